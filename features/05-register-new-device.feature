Feature: 5. User profile, Access controls, Mobile authentication, Register new device
  "Log into your account, and go to User profile → Access controls → Mobile authentication → Register new device."

  @NAV-01
  Scenario: Four named steps lead to the registration form
    Given the user without a registered device
    When the user signs in on the web
    Then these steps lead the user to the registration form, in this order:
      | User profile          |
      | Access controls       |
      | Mobile authentication |
      | Register new device   |

  @NAV-03
  Scenario: A stranger gets neither form nor secret
    Given the user has started to register "work phone"
    When a stranger opens the address of the registration form
    Then the web shows the stranger no form, no QR code and no key
    When a stranger opens the address of the QR code
    Then the web shows the stranger no form, no QR code and no key
    When a stranger sends the form that names a device
    Then the web shows the stranger no form, no QR code and no key
    And as a check, the web still shows the user the QR code

  @NAV-04
  Scenario: The name is asked for before there is a QR code
    Given the user without a registered device
    When the user signs in on the web
    And the user opens the registration form
    Then the web asks the user for a name and shows no QR code and no key
    When the user names the device "work phone" and selects Next
    Then as a check, the web shows the user a QR code

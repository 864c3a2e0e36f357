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

  @NAV-02
  Scenario: The address of the registration form lasts, and asks for the sign-in first
    Given the user without a registered device
    When a stranger opens the address of the registration form
    Then the web shows the stranger no form, no QR code and no key
    When the stranger signs in there as the user
    Then the web asks the user for a name, where the stranger had wanted to go
    And the registration form has the same address for another user

  @NAV-11
  Scenario Outline: Leaving before Submit registers nothing: <left>
    Given the user has started to register "work phone"
    When the user <left>
    Then "work phone" is not registered for the user
    When the user starts again with "second try"
    And the user submits the current code
    Then as a check, "second try" is registered for the user

    Examples:
      | left                                  |
      | goes back                             |
      | loads the page again                  |
      | closes the window and opens a new one |
      | goes elsewhere                        |
      | types the code and goes elsewhere     |

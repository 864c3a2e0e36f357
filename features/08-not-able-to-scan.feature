Feature: 8. Not able to scan the QR code?
  "If your device does not have a camera, select the Not able to scan the QR code? link and enter the values manually
  (keep in mind that the device name you previously entered is case-sensitive)."

  @MAN-01
  Scenario: The link is beside the QR code
    Given the user has started to register "work phone"
    Then the web offers the user "Not able to scan the QR code?"

  @MAN-02
  Scenario: The link shows the device name and the key of the QR code
    Given the user has started to register "pHONE of the CFO"
    When the user opens "Not able to scan the QR code?"
    Then the web shows the user the device name as typed
    And the web shows the user the key that is in the QR code

  @MAN-04
  Scenario: Typed values lead to a registered device, as scanning does
    Given the user has started to register "work phone"
    And the user is signed in to the app
    When the user types the values into the app
    Then the app goes on to the one-time code
    And the phone shows the code that the QR code stands for
    When the user submits the code on the phone
    And the user taps "Continue"
    Then the app shows the user "Device registered"
    And "work phone" is registered for the user

  @MAN-05
  Scenario Outline: A name typed <otherwise> is refused
    Given the user has started to register <name>
    And the user is signed in to the app
    When the user types the values into the app with the name <typed>
    Then the app does not go on to the one-time code
    When the user types the values into the app
    Then the app goes on to the one-time code
    When the user submits the code on the phone
    And the user taps "Continue"
    Then as a check, the app shows the user "Device registered"

    Examples:
      | otherwise          | name          | typed        |
      | in another case    | "work phone"  | "work Phone" |
      | with a space less  | "work  phone" | "work phone" |
      | without its accent | "büro phone"  | "buro phone" |

  @MAN-03
  Scenario: The key is shown in groups, and can be copied whole
    Given the user has started to register "work phone"
    When the user opens "Not able to scan the QR code?"
    Then the key is shown to the user in groups, which copied whole give the key

  @MAN-06
  Scenario: The values are there only while they are asked for
    Given the user has started to register "work phone"
    Then the web shows the user no key
    When the user opens "Not able to scan the QR code?"
    Then as a check, the web shows the user the key that is in the QR code
    When the user submits the current code
    Then the web shows the user no key
    And the addresses that showed the key to the user show it no more

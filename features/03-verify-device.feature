Feature: 3. The Verify device pop-up
  "The Verify device pop-up will appear on your mobile phone offering two options: Cancel and Scan QR."

  @POP-01
  Scenario: The pop-up appears after signing in on a phone that is not registered
    Given the user without a registered device
    When the user signs in to the app
    Then the app shows the user "Verify device"

  @POP-02
  Scenario: The pop-up offers exactly Cancel and Scan QR
    Given the user without a registered device
    When the user signs in to the app
    Then the pop-up offers the user exactly:
      | Cancel  |
      | Scan QR |

  @POP-03
  Scenario: Cancel leads nowhere, and the pop-up comes again
    Given the user without a registered device
    And the user is signed in to the app
    When the user taps "Cancel"
    Then the app does not ask the user to verify the device
    And the app shows the user no screen with the account
    And the app shows the user none of the account's data
    When the user signs in on the web
    Then the web lists no device for the user
    When the user signs in to the app
    Then the app shows the user "Verify device"

  @POP-04
  Scenario Outline: The pop-up is still to be answered when the user <gesture>
    Given the user without a registered device
    And the user is signed in to the app
    When the user <gesture>
    Then the app shows the user no screen with the account
    And the app shows the user none of the account's data
    And as a check, the same app shows the user the account's data once the device is registered
    And as a check, the app shows the user a screen with the account after the next sign-in

    Examples:
      | gesture                             |
      | makes the gesture for going back    |
      | taps beside the pop-up              |
      | turns the phone                     |
      | leaves the app for another and back |
      | kills and reopens the app           |
      | follows a link into a conversation  |

  @POP-05
  Scenario: The pop-up does not appear after a wrong password
    Given the user without a registered device
    When the user signs in to the app with a wrong password
    Then the app does not ask the user to verify the device
    When the user signs in to the app
    Then as a check, the app asks the user to verify the device

  @POP-05
  Scenario: The pop-up does not appear on a phone that is registered
    Given the user without a registered device
    When the user signs in to the app
    Then as a check, the app asks the user to verify the device
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When the user signs in to the app
    Then the app does not ask the user to verify the device
    And the app shows the user the account's data

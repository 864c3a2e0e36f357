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
    Then the app shows the user the sign-in screen
    And the app shows the user none of the account's data
    When the user signs in on the web
    Then the web lists no device for the user
    When the user signs in to the app
    Then the app shows the user "Verify device"

Feature: 11. Continue, and Device registered
  "Next, tap on Continue in the mobile app. This action will prompt a Device registered pop-up confirming the
  successful completion of device registration."

  @FLW-04
  Scenario: Continue before Submit registers nothing
    Given the user has started to register "work phone" and scanned the QR code
    When the user taps "Continue"
    Then the app does not show the user "Device registered"
    And "work phone" is not registered for the user
    And the app shows the user none of the account's data
    When the user submits the code on the phone
    And the user taps "Continue"
    Then as a check, the app shows the user "Device registered"

  @FLW-04
  Scenario: Continue after a wrong code registers nothing
    Given the user has started to register "work phone" and scanned the QR code
    When the user submits a wrong code
    And the user taps "Continue"
    Then the app does not show the user "Device registered"
    And "work phone" is not registered for the user
    When the user submits the code on the phone
    And the user taps "Continue"
    Then as a check, the app shows the user "Device registered"

  @FLW-05
  Scenario: Continue after Submit confirms the registration
    Given the user has started to register "work phone" and scanned the QR code
    When the user submits the code on the phone
    And the user taps "Continue"
    Then the app shows the user "Device registered"
    And the app shows the user the account's data

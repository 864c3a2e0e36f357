Feature: 10. Submit
  "Click the Submit button on the web to finish the setup."

  @FLW-01
  Scenario: Nothing is registered before a right code is submitted
    Given the user has started to register "work phone"
    Then "work phone" is not registered for the user
    When the user signs in to the app
    And the user scans the QR code
    Then "work phone" is not registered for the user
    And the app shows the user none of the account's data
    When the user submits the code on the phone
    Then as a check, "work phone" is registered for the user

  @FLW-02
  Scenario: Submit with the right code finishes the setup on the web
    Given the user has started to register "work phone" and scanned the QR code
    When the user submits the code on the phone
    Then the web tells the user of the success
    And the web lists "work phone" for the user exactly once

  @FLW-03
  Scenario: Submit with a wrong code shows an error and lets the user try again
    Given the user has started to register "work phone" and scanned the QR code
    When the user submits a wrong code
    Then the web tells the user of the error
    And "work phone" is not registered for the user
    And the web still shows the user the same QR code
    When the user submits the code on the phone
    Then "work phone" is registered for the user

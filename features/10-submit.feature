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
    Then the web lets the user submit the code on the phone
    And the web tells the user of the success
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

  @FLW-07
  Scenario: Submit pressed twice registers one device
    Given the user has started to register "work phone"
    When the user submits the current code 2 times at the same moment
    Then the portal answers in a controlled way
    And the web lists "work phone" for the user exactly once

  @FLW-07 @without-browser
  Scenario: Submit sent again after the answer was lost registers one device
    Given the user has started to register "work phone"
    When the user submits the current code, and sends the same again
    Then the portal answers in a controlled way
    And the web lists "work phone" for the user exactly once

  @FLW-08 @without-browser
  Scenario Outline: There is nothing to confirm in <what>
    Given the user has started to register "work phone"
    And another user has started to register "other phone"
    When the user sends the form of <what> with the current code
    Then the portal answers in a controlled way
    And nothing but what was there is registered for the user
    And "other phone" is not registered for another user
    When another user submits the current code
    Then as a check, "other phone" is registered for another user

    Examples:
      | what                            |
      | a registration that never was   |
      | another user's registration     |
      | a registration that is finished |

  @FLW-09
  Scenario: A registration waits only so long for its Submit
    Given the user has started to register "work phone"
    When the declared life of a registration passes
    And the user submits the current code
    And the user signs in on the web
    Then "work phone" is not registered for the user
    When the user signs in to the app
    Then the app shows the user none of the account's data
    When the user starts again with "second try"
    And the user submits the current code
    Then as a check, "second try" is registered for the user

  @FLW-10 @without-browser
  Scenario: Of two registrations each takes only the codes of its own key
    Given the user has started to register "old phone"
    And the user starts again with "new phone" in another tab
    When the user submits the current code of "old phone" for "new phone"
    Then "old phone" is not registered for the user
    And "new phone" is not registered for the user
    When the user submits the current code of "new phone" for "old phone"
    Then "old phone" is not registered for the user
    When the user submits the current code of "new phone" for "new phone"
    Then as a check, "new phone" is registered for the user
    And "old phone" is not registered for the user

  @FLW-11
  Scenario Outline: A registration that was <left> takes nothing away from a device
    Given the user has registered the phone as "work phone"
    When the user names a second phone "second phone" and selects Next
    And the second registration is <left>
    And the user takes the first phone in hand again
    And the user signs in to the app
    Then the app shows the user the account's data
    And the web lists "work phone" for the user exactly once
    And "second phone" is not registered for the user
    When the user signs in on the web in a fresh window
    Then the web shows the user as signed in

    Examples:
      | left      |
      | abandoned |
      | failed    |

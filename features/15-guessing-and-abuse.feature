Feature: 15. Guessing, other people's accounts, and other abuse
  The document promises an "additional layer of security". Whoever guesses, forges or listens must not get behind it.

  @ABU-01
  Scenario: Guessing at the registration ends after the declared number of tries
    Given the user has started to register "work phone"
    When the user submits as many wrong codes as the portal allows
    And the user submits the current code
    Then "work phone" is not registered for the user
    When the declared waiting time passes
    And the user starts again with "second try"
    And the user submits the current code
    Then as a check, "second try" is registered for the user

  @ABU-01
  Scenario: Guessing at the sign-in ends after the declared number of tries
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When the phone sends as many wrong codes as the portal allows
    And the user signs in to the app
    Then the app shows the user none of the account's data
    When the declared waiting time passes
    And the user signs in to the app
    Then as a check, the app shows the user the account's data

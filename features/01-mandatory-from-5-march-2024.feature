Feature: 1. Mandatory from 5 March 2024
  "Two-factor authentication has become mandatory in the Conversations mobile app from March 5th, 2024." Two different
  factors are asked for before an account can be accessed, so that only the intended user gets in.

  @LOG-01
  Scenario: A password alone opens nothing in the app
    Given the user without a registered device
    When the user signs in to the app
    Then the app shows the user none of the account's data
    And the app asks the user to verify the device
    And as a check, the same app shows the user the account's data once the device is registered

  @LOG-01
  Scenario: A password alone opens nothing on another phone, once one is registered
    Given the user has registered the phone as "work phone"
    When the user signs in to the app on another phone
    Then the other phone shows none of the account's data

  @LOG-02
  Scenario Outline: The rule holds <when>
    Given the user without a registered device
    And the clock is <after> after the rule began
    When the user signs in to the app
    Then the app shows the user none of the account's data
    When the user signs in to the app
    Then the app shows the user none of the account's data

    Examples:
      | when                      | after          |
      | at its very first instant | 0 milliseconds |
      | a millisecond later       |  1 millisecond |
      | on the next day           |          1 day |
      | two years later           |       730 days |

  @LOG-02
  Scenario: The rule holds where 5 March has begun in every time zone
    Given the user without a registered device
    And it is "2024-03-05T12:00:00Z"
    When the user signs in to the app
    Then the app shows the user none of the account's data

  @LOG-02
  Scenario: Whoever was in the app when the rule began does not stay in with a password alone
    Given the user without a registered device
    And the clock is 60 seconds before the rule began
    And the user signs in to the app
    When the clock is 60 seconds after the rule began
    And the user comes in by reopening the app
    Then the app shows the user none of the account's data
    And the app shows the user no screen with the account

  @LOG-03
  Scenario: Before the day no phone is refused for want of a device
    Given the user without a registered device
    And it is "2024-03-04T09:59:59Z"
    When the user signs in to the app
    And the user taps Cancel, where the app asks to verify the device all the same
    Then the app shows the user the account's data

  @LOG-04
  Scenario Outline: The rule does not bend when the app claims <claim>
    Given the user without a registered device
    And the user's app claims <claim>
    When the user signs in to that app
    Then the app shows the user none of the account's data
    And the app asks the user to verify the device
    And as a check, the same app shows the user the account's data once the device is registered

    Examples:
      | claim                             |
      | a date before the rule            |
      | a version from before the rule    |
      | to run on another platform        |
      | a time zone where it is yesterday |
      | that the rule is switched off     |

  @LOG-05
  Scenario Outline: A password alone opens nothing by <way>
    Given the user without a registered device
    And the user is signed in to the app
    When the user comes in by <way>
    Then the app shows the user none of the account's data
    And the app shows the user no screen with the account
    When the user registers the phone from the beginning
    And the user comes in by <way>
    Then as a check, the app shows the user the account's data
    And as a check, the app shows the user a screen with the account

    Examples:
      | way                  |
      | reopening the app    |
      | a link into the app  |
      | renewing the session |

  @LOG-11
  Scenario Outline: The code alone opens nothing: <without>
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When the phone sends the current code <without>
    Then the app shows the user none of the account's data
    And the app shows the user no screen with the account
    When the user signs in to the app
    Then as a check, the app shows the user the account's data

    Examples:
      | without                |
      | without signing in     |
      | after a wrong password |
      | after an unknown name  |

Feature: 2. Open the app and the web at the same time, and sign in to both
  "Open the Conversations mobile app and have the web interface open at the same time." "Enter your username and
  password both in the mobile app and on the web page."

  @LOG-06
  Scenario: Signing in on the web leaves the app signed in
    Given the user has registered the phone as "work phone"
    And the user is signed in to the app
    When the user signs in on the web in a fresh window
    Then the app shows the user the account's data
    And the web shows the user as signed in

  @LOG-06
  Scenario: Signing in to the app leaves the web signed in
    Given the user has registered the phone as "work phone"
    And the user is signed in on the web
    When the user signs in to the app
    Then the web shows the user as signed in
    And the app shows the user the account's data

  @LOG-07
  Scenario Outline: Registration completes when the user signs in <order>
    Given the user without a registered device
    When the user signs in <order>
    And the user tries to register the phone as "work phone"
    Then the app shows the user "Device registered"
    And "work phone" is registered for the user

    Examples:
      | order                                |
      | on the web and then to the app       |
      | to the app and then on the web       |
      | on the web while the scanner is open |

  @LOG-08
  Scenario: Without a device the password alone leads to the registration page
    Given the user without a registered device
    When the user signs in on the web
    Then the web lets the user reach the registration form

  @LOG-10
  Scenario: A password waits only so long for its code
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When the user gives the app the password alone
    And the declared time for the second factor passes
    And the user gives the app the current code
    Then the app shows the user none of the account's data
    When the user gives the app the password alone
    And the user gives the app the current code
    Then as a check, the app shows the user the account's data
    And as a check, the app shows the user a screen with the account

  @LOG-09
  Scenario Outline: <mistake> starts nothing
    Given the user without a registered device
    When the user signs in to the app with <mistake>
    Then the app shows the user none of the account's data
    And the app does not ask the user to verify the device
    When the user signs in on the web
    Then the web lists no device for the user
    When the user signs in to the app
    Then as a check, the app asks the user to verify the device

    Examples:
      | mistake             |
      | a wrong password    |
      | an unknown username |

Feature: 12. After the registration
  "This additional layer of security helps ensure that only the intended user can complete the login." "Choose a
  descriptive name that will help you identify it easily later on." "For more information, reach out to Support."

  @AFT-01 @LOG-05
  Scenario: The next sign-in needs both, the password and the code
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When the user gives the app the password alone
    Then the app shows the user none of the account's data
    When the user signs out of the app
    And the user signs in to the app
    Then the app shows the user the account's data

  @AFT-02
  Scenario: The list shows the registered device by its name
    Given the user has registered the phone as "Phone of the night shift"
    When the user signs in on the web in a fresh window
    Then the web lists "Phone of the night shift" for the user exactly once

  @AFT-03 @without-browser
  Scenario: Each of two devices signs in without the other
    Given the user has registered the phone as "first phone"
    When the user tries to register "second phone" with another phone
    Then "second phone" is registered for the user
    When 60 seconds pass
    And the user signs out of the app
    And the user signs in to the app
    Then the app shows the user the account's data
    When the user takes the first phone in hand again
    And the user signs out of the app
    And the user signs in to the app
    Then the app shows the user the account's data

  @AFT-04 @without-browser
  Scenario: Each device has a key of its own
    Given the user has registered the phone as "first phone"
    When the user registers "second phone" with another phone
    Then the keys of "first phone" and "second phone" are different
    And "first phone" is registered for the user
    And "second phone" is registered for the user

  @AFT-05 @without-browser
  Scenario: A removed device is out at once, and others stay
    Given the user has registered the phone as "first phone"
    When the user registers "second phone" with another phone
    And 60 seconds pass
    And the user signs in to the app with both phones
    And the user removes "second phone" with the code of the first phone
    Then "second phone" is not registered for the user
    And the app shows the user none of the account's data
    When 60 seconds pass
    And the user signs out of the app
    And the user signs in to the app
    Then the app shows the user none of the account's data
    When the user takes the first phone in hand again
    And the user signs out of the app
    And the user signs in to the app
    Then the app shows the user the account's data

  @AFT-05 @without-browser
  Scenario: A device that was removed before Continue is not confirmed any more
    Given the user has registered the phone as "first phone"
    When the user names a second phone "second phone" and selects Next
    And the user signs in to the app
    And the user scans the QR code
    And the user submits the code on the phone
    And the user removes "second phone" with the code of the first phone
    Then as a check, "second phone" is not registered for the user
    When the user taps "Continue"
    Then the app does not show the user "Device registered"
    And the app shows the user none of the account's data

  @AFT-06 @without-browser
  Scenario: Without the last device the rule holds again
    Given the user has registered the phone as "work phone"
    When the user removes "work phone" with the code of the phone
    Then as a check, "work phone" is not registered for the user
    When the user signs out of the app
    And the user signs in to the app
    Then the app shows the user none of the account's data
    And the app shows the user "Verify device"

  @AFT-07 @without-browser
  Scenario: The key is shown to nobody once the registration is finished
    Given the user has started to register "work phone" and scanned the QR code
    And the user opens "Not able to scan the QR code?"
    And the user submits the code on the phone
    And the user taps "Continue"
    And every answer of the portal is looked into
    When the user visits every page of the portal that can be reached
    And 60 seconds pass
    And the user signs in to the app
    Then as a check, the app shows the user the account's data
    And none of these answers holds the key of the user
    And the addresses that showed the key to the user show it no more
    And as a check, these answers name "work phone"

  @AFT-08 @ABU-15 @without-browser
  Scenario: With a device registered, the password alone registers no other
    Given the user has registered the phone as "work phone"
    And a stranger with the user's password is signed in on the web
    When the stranger goes to the registration form
    Then the web does not ask the stranger for a name
    When the stranger sends the form that names a device all the same
    Then the web shows the stranger no form, no QR code and no key
    When the user signs in on the web
    And the user names a second phone "second phone" and selects Next
    Then as a check, the web shows the user a QR code

  @AFT-08 @ABU-15 @without-browser
  Scenario: What the password alone began does not register once there is a device
    Given a stranger with the user's password has started to register "phone of a stranger"
    And the user has registered the phone as "work phone"
    When the stranger submits the current code
    Then "phone of a stranger" is not registered for the user
    And as a check, "work phone" is registered for the user

  @AFT-08 @without-browser
  Scenario: A code that was shown long ago does not register another device
    Given the user has registered the phone as "work phone"
    When the user names a second phone "second phone" and selects Next
    Then as a check, the web shows the user a QR code
    When 45 minutes pass
    And the user signs in on the web
    And the user opens the registration form
    Then the web does not ask the user for a name

  @AFT-08 @without-browser
  Scenario: The password alone removes no device
    Given the user has registered the phone as "work phone"
    And a stranger with the user's password is signed in on the web
    When the stranger tries to remove "work phone"
    And the user signs in on the web
    Then "work phone" is registered for the user
    When the user removes "work phone" with the code of the phone
    Then as a check, "work phone" is not registered for the user

  @AFT-09 @needs-messages @without-browser
  Scenario: The user is told of a device that is added, without key and code
    Given the user without a registered device
    And the messages to the user are looked at
    When the user registers a phone as "work phone" from the beginning
    Then there are more messages to the user, with neither key nor code

  @AFT-09 @needs-messages @without-browser
  Scenario: The user is told of a device that is removed, without key and code
    Given the user has registered the phone as "work phone"
    And the messages to the user are looked at
    When the user removes "work phone" with the code of the phone
    Then there are more messages to the user, with neither key nor code

  @AFT-09 @needs-messages @without-browser
  Scenario: That a device is added is told with Submit, and not before
    Given the user has started to register "work phone" and scanned the QR code
    And the messages to the user are looked at
    When the user submits the code on the phone
    Then a message says something new to the user

  @AFT-09 @needs-messages @without-browser
  Scenario: That a device is removed is told in other words than that one is added
    Given the user has registered the phone as "work phone"
    And the messages to the user are looked at
    When the user removes "work phone" with the code of the phone
    Then a message says something new to the user

  @AFT-10 @needs-audit @without-browser
  Scenario Outline: The audit feed tells of <what>, without key and code
    Given the user has registered the phone as "work phone"
    And the audit feed is looked at
    When the user <does>
    Then the audit feed has more about the user, at this time, with neither key nor code

    Examples:
      | what                | does                                            |
      | a registered device | registers "second phone" with another phone     |
      | a wrong code        | sends a wrong code from the app                 |
      | a removed device    | removes "work phone" with the code of the phone |

  @AFT-10 @needs-audit @without-browser
  Scenario: The audit feed tells of a wrong code in other words than of a right one
    Given the user has registered the phone as "work phone"
    And the user is signed in to the app
    And the audit feed is looked at
    When the user sends a wrong code from the app
    Then the audit feed has something new about the user, with neither key nor code

  @AFT-10 @needs-audit @without-browser
  Scenario: The audit feed tells of a lock in other words than of a wrong code
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When the user sends a wrong code from the app
    And the audit feed is looked at
    And the phone sends as many wrong codes as the portal allows
    Then the audit feed has something new about the user, with neither key nor code

  @AFT-11
  Scenario: The sign-in page offers no way around the second factor
    Given the user has registered the phone as "work phone"
    When a stranger looks for help on the sign-in page
    Then nothing that is offered there speaks of a lost phone or of another factor
    And as a check, the sign-in page was looked at

  @AFT-11 @needs-messages @without-browser
  Scenario: A new password does not do away with the second factor
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When somebody who reads the user's mail sets a new password, where that is offered
    And the user signs in to the app on another phone
    Then the other phone shows none of the account's data
    When the user signs in on the web
    Then "work phone" is registered for the user
    When 60 seconds pass
    And the user signs in to the app
    Then as a check, the app shows the user the account's data

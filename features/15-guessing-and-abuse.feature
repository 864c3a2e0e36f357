Feature: 15. Guessing, other people's accounts, and other abuse
  The document promises an "additional layer of security". Whoever guesses, forges or listens must not get behind it.

  @ABU-01
  Scenario: Guessing at the registration ends after the declared number of tries
    Given the user has started to register "work phone"
    When the user submits as many wrong codes as the portal allows
    And 1 second passes
    And the user tries the current code all the same
    Then "work phone" is not registered for the user

  @ABU-01
  Scenario: Guessing at the sign-in ends after the declared number of tries
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When the phone sends one wrong code fewer than the portal allows
    And the user signs in to the app
    Then the app shows the user the account's data
    When 60 seconds pass
    And the user signs out of the app
    And the phone sends as many wrong codes as the portal allows
    And the user signs in to the app
    Then the app shows the user none of the account's data

  @ABU-01 @without-browser
  Scenario: Guessing at the registration does not end before the declared number of tries
    Given the user has started to register "work phone"
    When the user submits one wrong code fewer than the portal allows
    And the user submits the current code
    Then "work phone" is registered for the user

  @ABU-02 @without-browser
  Scenario Outline: Guesses at the registration are counted together, spread over <places>
    Given the user has started to register "work phone"
    When the user submits as many wrong codes as the portal allows, spread over <places>
    And the user tries the current code all the same
    Then none of all these is registered for the user
    When the declared waiting time passes
    And the user starts again with "second try"
    And the user submits the current code
    Then as a check, "second try" is registered for the user

    Examples:
      | places             |
      | new registrations  |
      | fresh web sessions |

  @ABU-02 @without-browser
  Scenario: Guesses in the app and on the web are counted together
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When as many wrong codes as the portal allows are sent by turns in the app and on the web
    And the user signs in to the app
    Then the app shows the user none of the account's data
    When the declared waiting time passes
    And the user signs in to the app
    Then as a check, the app shows the user the account's data

  @ABU-02 @needs-restart @without-browser
  Scenario: Guesses stay counted over a restart
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When the phone sends as many wrong codes as the portal allows, with a restart between them
    And the user signs in to the app
    Then the app shows the user none of the account's data
    When the declared waiting time passes
    And the user signs in to the app
    Then as a check, the app shows the user the account's data

  @ABU-03 @without-browser
  Scenario: Guesses sent at the same moment are all counted
    Given the user has started to register "work phone"
    When the user submits as many wrong codes as the portal allows at the same moment
    And the user tries the current code all the same
    Then "work phone" is not registered for the user
    When the declared waiting time passes
    And the user starts again with "second try"
    And the user submits the current code
    Then as a check, "second try" is registered for the user

  @ABU-04 @without-browser
  Scenario: Two mistakes lock nobody out
    Given the user has started to register "work phone"
    When the user submits 2 wrong codes
    And the user submits the current code
    Then "work phone" is registered for the user

  @ABU-04 @without-browser
  Scenario: The tenth try is still a try
    Given the user has started to register "work phone"
    When the user submits 9 wrong codes
    And the user submits the current code
    Then "work phone" is registered for the user

  @ABU-05 @without-browser
  Scenario: A lock says how long to wait, and ends by itself
    Given the user has started to register "work phone"
    When the user submits as many wrong codes as the portal allows
    And the user tries the current code all the same
    Then the web tells the user how long to wait
    When the declared waiting time passes
    And the user starts again with "second try"
    And the user submits the current code
    Then "second try" is registered for the user

  @ABU-05 @without-browser
  Scenario: Whoever lacks the password locks nobody out
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When somebody without the password tries as often as the portal allows, each time with a wrong code
    And the user signs in to the app
    Then the app shows the user the account's data

  @ABU-06 @without-browser
  Scenario: Addresses that the client makes up do not spread the guesses
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When the phone sends as many wrong codes as the portal allows, each from another address as it claims
    And the user signs in to the app
    Then the app shows the user none of the account's data
    When the declared waiting time passes
    And the user signs in to the app
    Then as a check, the app shows the user the account's data

  @ABU-07 @without-browser
  Scenario Outline: Another site cannot press Submit for the user with <how>
    Given the user has started to register "work phone"
    When another site makes the user's browser send the right code with <how>
    Then "work phone" is not registered for the user
    When the user submits the current code
    Then as a check, "work phone" is registered for the user

    Examples:
      | how                  |
      | a form               |
      | a form of plain text |
      | a link               |

  @ABU-07 @without-browser
  Scenario Outline: Another site cannot start a registration for the user with <how>
    Given the user is at the registration form
    When another site makes the user's browser name a device with <how>
    Then what that brings up has neither QR code nor key
    When the user names the device "work phone" and selects Next
    Then as a check, the web shows the user a QR code

    Examples:
      | how                  |
      | a form               |
      | a form of plain text |
      | a link               |

  @ABU-07 @without-browser
  Scenario Outline: Another site cannot remove a device of the user with <how>
    Given the user has registered the phone as "work phone"
    And the user signs in on the web in a fresh window
    And the user has just shown a code on the web
    When another site makes the user's browser remove "work phone" with <how>
    Then "work phone" is registered for the user
    When the user removes "work phone" with the code of the phone
    Then as a check, "work phone" is not registered for the user

    Examples:
      | how    |
      | a form |
      | a link |

  @ABU-07 @without-browser
  Scenario: Opening an address removes no device
    Given the user has registered the phone as "work phone"
    And the user signs in on the web in a fresh window
    And the user has just shown a code on the web
    When the user opens the address that the removal of "work phone" is sent to
    Then "work phone" is registered for the user

  @ABU-08 @without-browser
  Scenario: The session of the web is a new one after signing in
    Given the user without a registered device
    When somebody holds the session of the user's web before the sign-in
    And the user signs in on the web
    Then that session does not show the user's account
    And as a check, the web shows the user as signed in

  @ABU-08 @without-browser
  Scenario: The session of the web is a new one after the code
    Given the user has registered the phone as "work phone"
    When the user signs in on the web in a fresh window
    And somebody holds the session of the user's web as it is now
    And the user has just shown a code on the web
    Then that session does not lead to the registration form
    And as a check, the web lets the user reach the registration form

  @ABU-08 @without-browser
  Scenario: The session of the app is a new one after the code
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When the user gives the app the password alone
    And somebody holds the session of the user's app as it is now
    And the user gives the app the current code
    Then as a check, the app shows the user the account's data
    And the session that somebody holds shows none of the account's data

  @ABU-09 @without-browser
  Scenario: Nobody sees another user's registration, nor whether there is one
    Given the user has started to register "work phone"
    When another user opens the address of the user's QR code
    Then the web shows another user neither the QR code nor the key of the user
    And it answers another user as at an address that never was
    And as a check, the web still shows the user the QR code

  @ABU-09 @without-browser
  Scenario: Nobody sees another user's device in the list, or removes it
    Given the user has registered the phone as "work phone"
    And another user has registered the phone as "other phone"
    When the user signs in on the web in a fresh window
    Then "other phone" is not registered for the user
    Given the user has just shown a code on the web
    When the user sends the form that removes "work phone" for "other phone"
    Then "other phone" is registered for another user
    When another user removes "other phone" with the code of the phone
    Then as a check, "other phone" is not registered for another user

  @ABU-10
  Scenario Outline: A name of <kind> is text and nothing else
    Given the user is at the registration form
    When the user registers the phone with a name of <kind>
    Then the web lists that name for the user as text, or has refused it with a message

    Examples:
      | kind               |
      | markup             |
      | script             |
      | wildcards          |
      | template signs     |
      | quotes and slashes |
      | reversed writing   |

  @ABU-10 @without-browser
  Scenario Outline: A name with <kind> is text and nothing else
    Given the user is at the registration form
    When the user registers the phone with a name with <kind>
    Then the web lists that name for the user as text, or has refused it with a message

    Examples:
      | kind         |
      | a line break |
      | a zero byte  |

  @ABU-11 @without-browser
  Scenario: No answer that holds the key may be kept
    Given every answer of the portal is looked into
    And the user has started to register "work phone"
    When the user opens "Not able to scan the QR code?"
    And the user looks at the QR code
    Then each of these answers that holds the key forbids to keep it

  @ABU-12 @without-browser
  Scenario: Key and code are in no address and in no message of an error
    Given every answer of the portal is looked into
    And the user has started to register "work phone" and scanned the QR code
    When the user opens "Not able to scan the QR code?"
    And the user submits a wrong code
    And the user submits the code on the phone
    And the user taps "Continue"
    Then none of the addresses that were asked for holds a key or a code
    And no message on the web has repeated a key or a code

  @ABU-12 @needs-browser
  Scenario: Key and code are not left in the browser's storage
    Given the user has started to register "work phone"
    When the user opens "Not able to scan the QR code?"
    And the user submits the current code
    Then the storage of the user's browser holds neither key nor code

  @ABU-13 @without-browser
  Scenario: Session cookies are kept from scripts and from other sites
    Given every answer of the portal is looked into
    And the user without a registered device
    When the user signs in on the web
    Then each session cookie is HttpOnly and SameSite, and Secure where the portal is reached over TLS
    And the pages forbid to be framed, and demand TLS where they came over it

  @ABU-14 @without-browser
  Scenario Outline: Before the password is right, nothing tells <what>
    Given the user has registered the phone as "work phone"
    When a stranger signs in with a wrong password as <one>, and as <other>
    Then the answers to both are the same, on the web and in the app

    Examples:
      | what                        | one                  | other                   |
      | whether a user exists       | the user             | nobody                  |
      | whether a user has a device | the user             | a user without a device |
      | whether a user is locked    | a user who is locked | a user without a device |

  @ABU-16 @without-browser
  Scenario: Fields that a client adds decide nothing at the registration
    Given the user is at the registration form
    When the user names the device "work phone", with fields added that would decide
    Then the QR code asks for what it asks others, with a key of its own
    When the user submits a wrong code, with fields added that would decide
    Then "work phone" is not registered for the user
    When the declared life of a registration passes
    And the user tries the current code all the same
    Then "work phone" is not registered for the user
    When the user starts again with "second try"
    And the user submits the current code
    Then as a check, "second try" is registered for the user

  @ABU-16 @without-browser
  Scenario: Fields that a client adds decide nothing at the sign-in
    Given the user without a registered device
    And the user's app claims to be verified
    When the user signs in to the app
    Then the app shows the user none of the account's data

  @ABU-17 @needs-faults @without-browser
  Scenario Outline: While <what> fails no code is accepted and nothing registered
    Given the user has started to register "work phone"
    And another user has registered the phone as "other phone"
    And another user is signed out of the app
    When the <what> of the portal fails
    And the user submits the current code
    And another user signs in to the app
    Then the app shows another user none of the account's data
    When the <what> of the portal works again
    Then the app shows another user none of the account's data
    And "work phone" is not registered for the user
    When the user starts again with "second try"
    And the user submits the current code
    Then as a check, "second try" is registered for the user

    Examples:
      | what    |
      | storage |
      | clock   |

  @ABU-18 @without-browser
  Scenario: The time of an answer does not tell how many digits were right
    Given 12 users have each started to register "work phone"
    When each submits a code of which no digit is right, and one of which all but the last are
    Then the answers took as long

Feature: 9. The one-time code
  "After scanning the QR code, enter the one-time code displayed in your Conversations mobile app into the designated
  location on the web."

  @OTP-01
  Scenario: The code of the current time step is accepted
    Given the user has started to register "work phone"
    When the user submits the current code
    Then "work phone" is registered for the user

  @OTP-02
  Scenario: Codes are computed as the standards say, at 50 times and in every corner of the computation
    Given the user has registered the phone as "work phone"
    Then the portal accepts the phone's code at 50 different times
    And the portal accepts the phone's code where the truncated word has its highest bit set
    And the portal accepts the phone's code where the truncation starts at offset 0
    And the portal accepts the phone's code where the truncation starts at offset 15

  @OTP-03
  Scenario: A code that begins with a zero is accepted as it is displayed
    Given the user has started to register "work phone" when its code begins with a zero
    When the user submits the current code
    Then "work phone" is registered for the user

  @OTP-03
  Scenario: A code that begins with two zeros is accepted from the phone
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When the clock has moved on to a code of the user that begins with two zeros
    And the user signs in to the app
    Then the app shows the user the account's data

  @OTP-04 @without-browser
  Scenario: A code without its leading zero is refused
    Given the user has started to register "work phone" when its code begins with a zero
    When the user submits the current code without its zero
    Then "work phone" is not registered for the user
    When the clock has moved on to a code of the user that begins with no zero
    And the user submits the current code
    Then as a check, "work phone" is registered for the user

  @OTP-04 @without-browser
  Scenario Outline: A code of the wrong length is refused: <wrong>
    Given the user has started to register "work phone"
    When the user submits the current code <wrong>
    Then "work phone" is not registered for the user
    When the user submits the current code
    Then as a check, "work phone" is registered for the user

    Examples:
      | wrong                      |
      | without its last digit     |
      | with a digit too many      |
      | with a zero before it      |
      | with letters behind it     |
      | twice over                 |
      | computed to another length |

  @OTP-05 @without-browser
  Scenario Outline: What is no code is refused: <kind>
    Given the user has started to register "work phone"
    When the user submits <kind> instead of a code
    Then the portal answers in a controlled way
    And "work phone" is not registered for the user
    When the user submits the current code
    Then as a check, "work phone" is registered for the user

    Examples:
      | kind              |
      | an empty field    |
      | no field at all   |
      | letters           |
      | a negative number |
      | an exponent       |
      | full-width digits |
      | a nested field    |
      | a JSON number     |
      | a JSON null       |
      | a JSON list       |
      | a JSON object     |

  @OTP-07
  Scenario: The code of the step before is accepted
    Given the user has started to register "work phone"
    When the user submits the code of 1 step ago
    Then "work phone" is registered for the user

  @OTP-09 @without-browser
  Scenario Outline: Codes that are <far> away are refused, before and after
    Given the user has started to register "work phone"
    When the user submits the code of <far> ago
    Then "work phone" is not registered for the user
    When the user submits the code of <far> ahead
    Then "work phone" is not registered for the user
    When the user submits the current code
    Then as a check, "work phone" is registered for the user

    Examples:
      | far      |
      |  3 steps |
      |  4 steps |
      |  5 steps |
      |  6 steps |
      |  7 steps |
      |  8 steps |
      |  9 steps |
      | 10 steps |
      |   1 hour |
      |    1 day |
      | 365 days |

  @OTP-09
  Scenario Outline: No code of <far> ahead signs in to the app
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When the user signs in to the app with the code of <far> ahead
    Then the app shows the user none of the account's data
    When the user signs in to the app
    Then as a check, the app shows the user the account's data

    Examples:
      | far     |
      | 3 steps |
      |  1 hour |

  @OTP-09
  Scenario Outline: No code of <far> ago signs in to the app
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When 2 hours pass
    And the user signs in to the app with the code of <far> ago
    Then the app shows the user none of the account's data
    When the user signs in to the app
    Then as a check, the app shows the user the account's data

    Examples:
      | far     |
      | 3 steps |
      |  1 hour |

  @OTP-09
  Scenario Outline: No code of <far> ahead signs in on the web
    Given the user has registered the phone as "work phone"
    When the user signs in on the web in a fresh window with the code of <far> ahead
    Then the web does not take the code of the user
    When the user signs in on the web in a fresh window with the current code
    Then as a check, the web takes the code of the user

    Examples:
      | far     |
      | 3 steps |
      |  1 hour |

  @OTP-09
  Scenario Outline: No code of <far> ago signs in on the web
    Given the user has registered the phone as "work phone"
    When 2 hours pass
    And the user signs in on the web in a fresh window with the code of <far> ago
    Then the web does not take the code of the user
    When the user signs in on the web in a fresh window with the current code
    Then as a check, the web takes the code of the user

    Examples:
      | far     |
      | 3 steps |
      |  1 hour |

  @OTP-13
  Scenario: The code that registered the phone does not sign in with it
    Given the user has started to register "work phone" and scanned the QR code
    When the user submits the code on the phone
    And the user continues on the phone
    And the user signs out of the app
    And the user signs in to the app with the code used before at once
    Then the app shows the user none of the account's data
    When 60 seconds pass
    And the user signs in to the app
    Then as a check, the app shows the user the account's data

  @OTP-13
  Scenario Outline: A code that signed in does not sign in again <when>
    Given the user has registered the phone as "work phone"
    And the user is signed in to the app
    When the user signs out of the app
    And the user signs in to the app with the code used before <when>
    Then the app shows the user none of the account's data
    When 60 seconds pass
    And the user signs in to the app
    Then as a check, the app shows the user the account's data

    Examples:
      | when              |
      | at once           |
      | in the next step  |
      | with spaces in it |

  @OTP-13
  Scenario Outline: A code that signed in on the web does not sign in there again <when>
    Given the user has registered the phone as "work phone"
    When the user signs in on the web in a fresh window with the current code
    Then as a check, the web takes the code of the user
    When the user signs in on the web in a fresh window with the code used before <when>
    Then the web does not take the code of the user
    When 60 seconds pass
    And the user signs in on the web in a fresh window with the current code
    Then as a check, the web takes the code of the user

    Examples:
      | when             |
      | at once          |
      | in the next step |

  @OTP-15
  Scenario: One code submitted many times at once registers one device
    Given the user has started to register "work phone"
    When the user submits the current code 20 times at the same moment
    Then the web lists "work phone" for the user exactly once

  @OTP-15
  Scenario: One code sent by many phones at once signs in on one
    Given the user has registered the phone as "work phone"
    When 20 phones with the user's key sign in at the same moment
    Then exactly 1 of these phones shows the account's data

  @OTP-17
  Scenario: A code works only for the user whose key it comes from
    Given the user has started to register "work phone"
    And another user has started to register "work phone"
    When the user submits the current code of another user
    Then "work phone" is not registered for the user
    And "work phone" is not registered for another user
    When the user submits the current code
    Then as a check, "work phone" is registered for the user

  @OTP-17
  Scenario: A code works only for the registration whose key it comes from
    Given the user has started to register "old phone"
    And the user starts again with "new phone"
    When the user submits the current code of "old phone"
    Then "new phone" is not registered for the user
    And "old phone" is not registered for the user
    When the user submits the current code
    Then as a check, "new phone" is registered for the user

  @OTP-17
  Scenario: A code signs in on the web only the user whose key it comes from
    Given the user has registered the phone as "work phone"
    And another user has registered the phone as "other phone"
    When the user signs in on the web in a fresh window with the current code of another user
    Then the web does not take the code of the user
    When the user signs in on the web in a fresh window with the current code
    Then as a check, the web takes the code of the user

  @OTP-06 @without-browser
  Scenario Outline: Spaces do not make a code wrong: <where>
    Given the user has started to register "work phone"
    When the user submits the current code with spaces <where>
    Then "work phone" is registered for the user

    Examples:
      | where         |
      | in the middle |
      | around it     |
      | between all   |

  @OTP-08 @without-browser
  Scenario: The code of the next step is accepted
    Given the user has started to register "work phone"
    When the user submits the code of 1 step ahead
    Then "work phone" is registered for the user

  @OTP-10 @without-browser
  Scenario Outline: The code of a step is accepted in its <edge> millisecond
    Given the user has started to register "work phone"
    When the user submits the current code in the <edge> millisecond of its step
    Then "work phone" is registered for the user

    Examples:
      | edge  |
      | first |
      | last  |

  @OTP-10 @without-browser
  Scenario Outline: A step begins and ends on the full period: a code of <far> fares alike all through it
    Given the user has started to register "work phone"
    When the user submits the code of <far> in the first millisecond of a step
    And another user has started to register "work phone"
    And another user submits the code of <far> in the last millisecond of a step
    Then both fare alike

    Examples:
      | far           |
      |   2 steps ago |
      |    1 step ago |
      |  1 step ahead |
      | 2 steps ahead |

  @OTP-11 @without-browser
  Scenario Outline: The hour that clocks skip or repeat changes nothing: <when>
    Given it is <instant>
    And the user has registered the phone as "work phone"
    Then the portal accepts the phone's code at 10 different times

    Examples:
      | when                          | instant                |
      | summer time begins in Europe  | "2025-03-30T00:50:00Z" |
      | summer time ends in Europe    | "2025-10-26T00:50:00Z" |
      | summer time begins in America | "2025-03-09T09:50:00Z" |
      | a leap day begins             | "2028-02-28T23:50:00Z" |

  @OTP-11
  Scenario: No time that the app sends along changes which code is right
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When the user signs in to the app with the code of 1 hour ahead, with that time sent along
    Then the app shows the user none of the account's data
    When the user signs in to the app
    Then as a check, the app shows the user the account's data

  @OTP-11 @without-browser
  Scenario: No time that is sent along makes a wrong code right
    Given the user has started to register "work phone"
    When the user submits the code of 1 hour ago, with the time of 1 hour ago sent along
    Then "work phone" is not registered for the user
    When the user submits the current code
    Then as a check, "work phone" is registered for the user

  @OTP-11 @without-browser
  Scenario: No time that is sent along makes a right code wrong
    Given the user has started to register "work phone"
    When the user submits the current code, with the time of 1 hour ago sent along
    Then "work phone" is registered for the user

  @OTP-12 @without-browser
  Scenario Outline: Codes are right beyond <what>
    Given it is <instant>
    And the user has started to register "work phone"
    When the user submits the current code
    Then "work phone" is registered for the user

    Examples:
      | what                   | instant                |
      | the seconds of 31 bits | "2038-01-19T03:14:08Z" |
      | the seconds of 32 bits | "2106-02-07T06:28:16Z" |
      | the year 2600          | "2603-10-11T11:33:20Z" |

  @OTP-14
  Scenario: After a code of one step, none of an earlier step is accepted
    Given the user has registered the phone as "work phone"
    And the user is signed in to the app
    When the user signs out of the app
    And the user signs in to the app with the code of 1 step ago
    Then the app shows the user none of the account's data
    When 60 seconds pass
    And the user signs in to the app
    Then as a check, the app shows the user the account's data

  @OTP-16
  Scenario: A wrong code does not use up the right one at the registration
    Given the user has started to register "work phone"
    When the user submits a wrong code
    And the user submits the current code
    Then "work phone" is registered for the user

  @OTP-16
  Scenario: A wrong code does not use up the right one at the sign-in
    Given the user has registered the phone as "work phone"
    And the user is signed out of the app
    When the phone sends a wrong code
    And the user signs in to the app
    Then the app shows the user the account's data

  @OTP-18 @without-browser
  Scenario: The code is in nothing that the portal answers
    Given every answer of the portal is looked into
    And the user has started to register "work phone" and scanned the QR code
    When the user opens "Not able to scan the QR code?"
    And the user submits a wrong code
    And the user submits the code on the phone
    And the user taps "Continue"
    And the user signs out of the app
    And 60 seconds pass
    And the user signs in to the app
    Then none of these answers holds a code of the user
    And as a check, these answers hold the key of the user

  @OTP-18 @needs-messages @without-browser
  Scenario: The code is in nothing that the portal sends
    Given the user has registered the phone as "work phone"
    When the user signs in to the app
    And the user signs in on the web
    And the user asks for a new password, where that is offered
    Then no message to the user holds a code
    And as a check, there are messages to the user

  @OTP-19 @without-browser
  Scenario Outline: A code of two steps away is refused, or of one more than is declared: <where>
    Given the user has started to register "work phone"
    When the user submits the code just beyond the declared window <where>
    Then "work phone" is not registered for the user
    When the user submits the current code
    Then as a check, "work phone" is registered for the user

    Examples:
      | where         |
      | in the past   |
      | in the future |

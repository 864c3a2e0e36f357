Feature: 14. The app, whatever portal it talks to
  "The Conversations mobile app authentication is based on a Time-based one-time password (TOTP) method." "After scanning
  the QR code, enter the one-time code displayed in your Conversations mobile app."

  @APP-01
  Scenario: The codes of RFC 4226 come out at the first ten time steps
    Given the user's app, with the suite playing the server
    When the user scans the RFCs' key for SHA1 with 6 digits and a period of 30 seconds
    Then the app shows the user these codes at these times:
      | seconds since 1970 | code   |
      |                  0 | 755224 |
      |                 30 | 287082 |
      |                 60 | 359152 |
      |                 90 | 969429 |
      |                120 | 338314 |
      |                150 | 254676 |
      |                180 | 287922 |
      |                210 | 162583 |
      |                240 | 399871 |
      |                270 | 520489 |

  @APP-01
  Scenario: The codes of RFC 6238 come out with SHA1
    Given the user's app, with the suite playing the server
    When the user scans the RFCs' key for SHA1 with 8 digits and a period of 30 seconds
    Then the app shows the user these codes at these times or has refused the QR code with a message:
      | seconds since 1970 | code     |
      |                 59 | 94287082 |
      |         1111111109 | 07081804 |
      |         1111111111 | 14050471 |
      |         1234567890 | 89005924 |
      |         2000000000 | 69279037 |
      |        20000000000 | 65353130 |
    When the user scans the RFCs' key for SHA1 with 6 digits and a period of 30 seconds
    Then the app shows the user these codes at these times:
      | seconds since 1970 | code   |
      |                 59 | 287082 |
      |         1111111109 | 081804 |
      |         1111111111 | 050471 |
      |         1234567890 | 005924 |
      |         2000000000 | 279037 |
      |        20000000000 | 353130 |

  @APP-01
  Scenario: The codes of RFC 6238 come out with SHA256, where the app knows it
    Given the user's app, with the suite playing the server
    When the user scans the RFCs' key for SHA256 with 8 digits and a period of 30 seconds
    Then the app shows the user these codes at these times or has refused the QR code with a message:
      | seconds since 1970 | code     |
      |                 59 | 46119246 |
      |         1111111109 | 68084774 |
      |         1111111111 | 67062674 |
      |         1234567890 | 91819424 |
      |         2000000000 | 90698825 |
      |        20000000000 | 77737706 |

  @APP-01
  Scenario: The codes of RFC 6238 come out with SHA512, where the app knows it
    Given the user's app, with the suite playing the server
    When the user scans the RFCs' key for SHA512 with 8 digits and a period of 30 seconds
    Then the app shows the user these codes at these times or has refused the QR code with a message:
      | seconds since 1970 | code     |
      |                 59 | 90693936 |
      |         1111111109 | 25091201 |
      |         1111111111 | 99943326 |
      |         1234567890 | 93441116 |
      |         2000000000 | 38618901 |
      |        20000000000 | 47863826 |

  @APP-01
  Scenario: The codes are right in the corners of the truncation
    Given the user's app, with the suite playing the server
    When the user scans the RFCs' key for SHA1 with 6 digits and a period of 30 seconds
    Then the app shows the user these codes at these times:
      | seconds since 1970 | code   |
      |         1709596800 | 490452 |
      |         1709596830 | 053531 |
      |         1709597040 | 958635 |
      |         1709597820 | 236946 |

  @APP-01
  Scenario: A code that begins with a zero is shown with it
    Given the user without a registered device
    And the user is signed in to the app
    And the user has started to register "work phone" when its code begins with a zero
    When the user scans the QR code
    Then the app shows the user the code of "work phone" with its zero

  @APP-02
  Scenario: Codes that begin with zeros are displayed whole
    Given the user's app, with the suite playing the server
    When the user scans the RFCs' key for SHA1 with 6 digits and a period of 30 seconds
    Then the app shows the user these codes at these times:
      | seconds since 1970 | code   |
      |         1111111109 | 081804 |
      |         1111111111 | 050471 |
      |         1709597160 | 002908 |
      |         1709638350 | 000491 |
      |         1709650350 | 000030 |

  @APP-03
  Scenario: The code changes with the time step, to the millisecond
    Given the user's app, with the suite playing the server
    And it is "2024-03-05T00:00:00.000Z"
    When the user scans the RFCs' key for SHA1 with 6 digits and a period of 30 seconds
    Then the app shows the user the code "490452"
    Given it is "2024-03-05T00:00:29.999Z"
    Then the app shows the user the code "490452"
    Given it is "2024-03-05T00:00:30.000Z"
    Then the app shows the user the code "053531"

  @APP-03
  Scenario: No expired code is displayed to who comes back to the app
    Given the user's app, with the suite playing the server
    And it is "2024-03-05T00:00:29.999Z"
    When the user scans the RFCs' key for SHA1 with 6 digits and a period of 30 seconds
    Then the app shows the user the code "490452"
    When the user leaves the app for another
    And 1 millisecond passes
    And the user returns to the app
    Then the app shows the user the code "053531"

  @APP-04
  Scenario: Codes are made without a network
    Given the user's app, with the suite playing the server
    And the user has scanned QR code "A"
    And the server answers Continue with a confirmation
    When the phone loses the network
    And 10 minutes pass
    Then the app shows the user the code of QR code "A"
    When the user taps "Continue"
    Then as a check, the app does not show the user "Device registered"
    When the phone has the network again
    And the user taps "Continue"
    Then as a check, the app shows the user "Device registered"

  @APP-04
  Scenario: Codes are made without a network by an app that was killed and reopened
    Given the user's app, with the suite playing the server
    And the user has scanned QR code "A"
    When the phone loses the network
    And the user kills and reopens the app
    Then the app shows the user the code of QR code "A"

  @APP-05
  Scenario Outline: <algorithm> with <digits> digits and a period of <period> seconds is followed or refused
    Given the user's app, with the suite playing the server
    And it is "<instant>"
    When the user scans the RFCs' key for <algorithm> with <digits> digits and a period of <period> seconds
    Then the app shows the user the code "<code>" or has refused the QR code with a message
    When the user scans the RFCs' key for SHA1 with 6 digits and a period of 30 seconds
    Then as a check, the app shows the user the code "<plain code>"

    Examples:
      | algorithm | digits | period | instant              | code     | plain code |
      | SHA256    |      8 |     30 | 1970-01-01T00:00:59Z | 46119246 |     287082 |
      | SHA512    |      8 |     30 | 1970-01-01T00:00:59Z | 90693936 |     287082 |
      | sha1      |      6 |     30 | 1970-01-01T00:00:59Z |   287082 |     287082 |
      | sha256    |      6 |     30 | 1970-01-01T00:00:59Z |   119246 |     287082 |
      | SHA1      |      7 |     30 | 2005-03-18T01:58:31Z |  4050471 |     050471 |
      | SHA1      |      8 |     30 | 2005-03-18T01:58:31Z | 14050471 |     050471 |
      | SHA1      |      6 |     60 | 1970-01-01T00:01:58Z |   287082 |     969429 |

  @APP-05
  Scenario: An unknown hash is refused
    Given the user's app, with the suite playing the server
    When the user scans a key URI with the hash MD5
    Then the app refuses the QR code with a message to the user and goes on scanning
    When the user scans QR code "A"
    Then as a check, the app shows the user the code of QR code "A"

  @APP-06
  Scenario Outline: A QR code with <content> is refused and opens nothing
    Given the user has started to register "work phone"
    And the user is signed in to the app
    When the user scans a QR code that says "<text>"
    Then the app refuses the QR code with a message to the user and goes on scanning
    And the app has opened nothing
    When the user scans the QR code
    Then as a check, the app shows the user the code of "work phone"

    Examples:
      | content                   | text                                                              |
      | a web address             | https://www.example.com/register                                  |
      | a web address with a key  | https://www.example.com/totp/user?secret=JBSWY3DPEHPK3PXP         |
      | a telephone number        | tel:+15550100                                                     |
      | a network                 | WIFI:T:WPA;S=guests;P:guests;;                                    |
      | plain text                | Delivery on Thursday                                              |
      | the address of an app     | market://details?id=com.example.app                               |
      | the scheme of another app | apple-otpauth://totp/user?secret=JBSWY3DPEHPK3PXP&issuer=Umbrella |

  @APP-07
  Scenario Outline: A key URI with <fault> gives a message and no device
    Given the user's app, with the suite playing the server
    When the user scans a key URI with <fault>
    Then the app refuses the QR code with a message to the user and goes on scanning
    And the app has sent the server no registration
    When the user scans QR code "A"
    Then as a check, the app shows the user the code of QR code "A"
    And as a check, the app has sent the server one registration
    And the app shows the user codes for 1 account

    Examples:
      | fault                   |
      | no key                  |
      | an empty key            |
      | a key that is no Base32 |
      | no label                |
      | broken percent-encoding |

  @APP-07
  Scenario: A label of four kilobytes is taken or refused, and does no harm
    Given the user's app, with the suite playing the server
    When the user scans a key URI with a label of four kilobytes
    Then the app shows the user the code of QR code "A" or has refused the QR code with a message
    When the user scans QR code "B"
    Then the app shows the user the code of QR code "B"

  @APP-08
  Scenario: A counter-based key is refused
    Given the user's app, with the suite playing the server
    When the user scans a key URI with the type hotp
    Then the app refuses the QR code with a message to the user and goes on scanning
    And the app has sent the server no registration
    When the user scans QR code "A"
    Then as a check, the app shows the user the code of QR code "A"
    And as a check, the app has sent the server one registration

  @APP-09
  Scenario Outline: A key URI with <difference> is as good as any, and its label readable
    Given the user's app, with the suite playing the server
    When the user scans a key URI with <difference>
    Then the app shows the user the code of QR code "A"
    And the app shows the user the label of <difference> in plain words

    Examples:
      | difference                                |
      | additional parameters                     |
      | its parameters in another order           |
      | the issuer in the label alone             |
      | the issuer beside the label alone         |
      | the issuer in both places                 |
      | an encoded colon and a space in the label |
      | a label in Cyrillic and Greek letters     |
      | a label in Chinese and Arabic letters     |

  @APP-10
  Scenario Outline: A right key may be typed <way>
    Given the user's app, with the suite playing the server
    When the user types the key of QR code "A" <way>
    Then the app shows the user the code of QR code "A"

    Examples:
      | way                              |
      | with spaces                      |
      | with dashes                      |
      | in small letters                 |
      | in small letters with spaces     |
      | with padding                     |
      | with a space before and after it |

  @APP-10
  Scenario Outline: A typed key that holds <character> is refused, not mended
    Given the user's app, with the suite playing the server
    When the user types the key of QR code "A" with "<character>" in it
    Then the app does not go on to the one-time code
    And the app tells the user what went wrong
    And the app has sent the server no registration
    When the user types the key of QR code "A" and the device name "work phone"
    Then as a check, the app shows the user the code of QR code "A"
    And as a check, the app has sent the server one registration

    Examples:
      | character |
      |         0 |
      |         1 |
      |         8 |
      |         9 |

  @APP-11
  Scenario Outline: The device name <name> leaves the phone as it was typed
    Given the user's app, with the suite playing the server
    When the user types the key of QR code "A" and the device name <name>
    Then the app has sent the server the device name <name>

    Examples:
      | name             |
      | "my Phone"       |
      | "MY PHONE"       |
      | "teh fone"       |
      | "ünser телефон"  |
      | "phone of i.e. " |

  @APP-12
  Scenario: A scanned key cannot be read on the phone after the registration
    Given the user has started to register "work phone" and scanned the QR code
    And the user submits the code on the phone
    When the user taps "Continue"
    Then as a check, the app shows the user "Device registered"
    And as a check, "Device registered" can be read on the phone of the user
    And the key of "work phone" can be read nowhere on the phone of the user
    When the user signs in to the app
    Then the key of "work phone" can be read nowhere on the phone of the user

  @APP-12
  Scenario: A typed key cannot be read on the phone after the registration
    Given the user has started to register "work phone"
    And the user is signed in to the app
    When the user types the values into the app
    And the user submits the code on the phone
    And the user taps "Continue"
    Then as a check, the app shows the user "Device registered"
    And as a check, "Device registered" can be read on the phone of the user
    And the key of "work phone" can be read nowhere on the phone of the user
    When the user signs in to the app
    Then the key of "work phone" can be read nowhere on the phone of the user

  @APP-13
  Scenario Outline: A phone whose clock is two minutes <direction> is noticed
    Given the user's app, with the suite playing the server
    And the clock of the phone is 120 seconds <direction>
    When the user signs in to the app
    Then the app tells the user that the clock of the phone is wrong

    Examples:
      | direction |
      | ahead     |
      | behind    |

  @APP-13
  Scenario Outline: A phone whose clock is one second <direction> is told nothing of it
    Given the user's app, with the suite playing the server
    And the clock of the phone is 1 second <direction>
    When the user signs in to the app
    Then the app tells the user nothing of the clock of the phone

    Examples:
      | direction |
      | ahead     |
      | behind    |

  @APP-14
  Scenario: A QR code that was scanned before adds no second device
    Given the user has started to register "work phone" and scanned the QR code
    When the user scans the QR code once more
    Then the app shows the user codes for 1 account
    When the user submits the code on the phone
    And the user taps "Continue"
    Then as a check, the app shows the user "Device registered"
    And the web lists "work phone" for the user exactly once

  @APP-14
  Scenario: Another user's QR code adds no device, and takes no code away
    Given the user has started to register "work phone" and scanned the QR code
    And another user has started to register "other phone"
    When the user scans another user's QR code
    Then the app does not go on to the one-time code
    When the user kills and reopens the app
    Then the app shows the user the code of "work phone"
    When the user carries on in the app
    And the user submits the code on the phone
    And the user taps "Continue"
    Then as a check, the app shows the user "Device registered"
    And "other phone" is not registered for another user

  @APP-14
  Scenario: The QR code of another portal adds no device
    Given the user has started to register "work phone"
    And the user is signed in to the app
    When the user scans QR code "B"
    Then the app does not go on to the one-time code
    When the user scans the QR code
    Then as a check, the app goes on to the one-time code
    And the app shows the user codes for 1 account

  @APP-15
  Scenario Outline: The codes are the same in <zone>
    Given the user's app, with the suite playing the server
    And it is "2024-03-31T01:00:00Z"
    And the phone is in the time zone "<zone>"
    When the user scans the RFCs' key for SHA1 with 6 digits and a period of 30 seconds
    Then as a check, the status bar of the phone says it is "<time>"
    And the app shows the user these codes at these times:
      | seconds since 1970 | code   |
      |         1709596830 | 053531 |
      |         1711846799 | 034661 |
      |         1711846800 | 193997 |
      |         1711846830 | 851167 |
    # At this moment summer time begins in Berlin.

    Examples:
      | zone               | time  |
      | Pacific/Kiritimati | 15:00 |
      | America/St_Johns   | 22:30 |
      | Europe/Berlin      | 03:00 |

  @APP-15
  Scenario: The codes stay the same when the phone changes its time zone
    Given the user's app, with the suite playing the server
    And it is "2024-03-05T00:00:30Z"
    When the user scans the RFCs' key for SHA1 with 6 digits and a period of 30 seconds
    Then the app shows the user the code "053531"
    When the phone is in the time zone "Asia/Kathmandu"
    Then as a check, the status bar of the phone says it is "05:45"
    And the app shows the user the code "053531"

  @APP-15
  Scenario: The codes are right beyond 2038 and beyond 32 bits
    Given the user's app, with the suite playing the server
    When the user scans the RFCs' key for SHA1 with 6 digits and a period of 30 seconds
    Then the app shows the user these codes at these times:
      | seconds since 1970 | code   |
      |         2147483647 | 703886 |
      |         2147483648 | 703886 |
      |         4294967296 | 791428 |
      |        20000000000 | 353130 |
      |        64424509440 | 197202 |

  @ACC-07
  Scenario: The pop-up Verify device is announced, named and keeps the focus
    Given the user's app, with the suite playing the server
    When the user signs in to the app
    Then the app announces the pop-up "Verify device" to the user
    And each of the pop-up's buttons has its role and name for the user
    And the focus of the user stays in the pop-up however often it moves on
    When the user taps "Scan QR"
    Then as a check, the app announces no pop-up to the user

  @ACC-07
  Scenario: The pop-up Device registered is announced, named and keeps the focus
    Given the user's app, with the suite playing the server
    And the user has scanned QR code "A"
    And the server answers Continue with a confirmation
    Then as a check, the app announces no pop-up to the user
    When the user taps "Continue"
    Then the app announces the pop-up "Device registered" to the user
    And each of the pop-up's buttons has its role and name for the user
    And the focus of the user stays in the pop-up however often it moves on

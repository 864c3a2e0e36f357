Feature: 7. The QR code
  "When the QR code appears, use your mobile phone to scan it by positioning the QR code within the brackets for
  scanning."

  @QRC-01
  Scenario: The QR code holds a key for time-based one-time passwords
    Given the user has started to register "work phone"
    Then the QR code holds an address of the kind "otpauth" and the type "totp"

  @QRC-02
  Scenario: The key in the QR code is proper Base32
    Given the user has started to register "work phone"
    Then the key in the QR code is Base32 to the last bit

  @QRC-03
  Scenario: The key in the QR code is long enough
    Given the user has started to register "work phone"
    Then the key in the QR code has at least 128 bits

  @QRC-04 @without-browser
  Scenario: No key is issued twice, and none can be foretold
    Given 16 registrations each started by two users at the same instant
    Then all these keys are different
    And no two of these keys begin or end alike
    And each of these keys holds enough that is left to chance

  @QRC-07 @ABU-10 @named-devices
  Scenario Outline: The device name <name> does not spoil the QR code
    Given another user has started to register "plain"
    And the user has started to register <name>
    Then the QR code says the same of both users but for names and keys
    And the QR code spells the user's device name as typed, where it spells it at all

    Examples:
      | name              |
      | "ana & bo=1"      |
      | "50% off #2"      |
      | "a/b?secret=aaaa" |
      | "1+1 &digits=8"   |
      | "äöü телефон"     |

  @QRC-07
  Scenario: An unusual username survives in the QR code
    Given the user, with a username like "zoë & co+x%20@example.com", without a registered device
    And the user has started to register "work phone"
    Then the QR code names the user's account as it is written

  @QRC-08 @without-browser
  Scenario Outline: What the QR code says is what the portal uses: not <other>
    Given the user has started to register "work phone"
    When the user submits the code computed with <other>
    Then "work phone" is not registered for the user
    When the user submits the current code
    Then as a check, "work phone" is registered for the user

    Examples:
      | other                 |
      | another hash function |
      | another period        |
      | other digits          |

  @QRC-11 @needs-browser
  Scenario: The QR code can be read on narrow and wide, coarse and fine, light and dark screens
    Given the user has started to register "work phone"
    Then two independent readers can read the QR code on each of these screens:
      | width | pixel ratio | theme |
      |   320 |           1 | light |
      |   320 |           2 | dark  |
      |  1280 |           1 | dark  |
      |  1280 |           2 | light |

  @QRC-12 @needs-browser
  Scenario: The QR code is dark on light with a margin around it, in both themes
    Given the user has started to register "work phone"
    Then the QR code is dark on light, with a light margin of four modules, on each of these screens:
      | width | pixel ratio | theme |
      |   320 |           2 | dark  |
      |  1280 |           1 | light |
      |  1280 |           1 | dark  |

  @QRC-05
  Scenario: The issuer is named, and twice the same
    Given the user has started to register "work phone"
    Then the QR code names an issuer, the same in its label where it stands there too

  @QRC-06 @named-devices
  Scenario Outline: No colon of a name comes between issuer and account: <name>
    Given the user has started to register <name>
    Then the label of the QR code has no colon but the one after the issuer
    And the QR code names the user's account, but for its colons

    Examples:
      | name            |
      | "work: phone"   |
      | "work%3A phone" |

  @QRC-06
  Scenario: No colon of a username comes between issuer and account
    Given the user, with a username like "ana:bo%3Aco", without a registered device
    And the user has started to register "work phone"
    Then the label of the QR code has no colon but the one after the issuer
    And the QR code names the user's account, but for its colons

  @QRC-09
  Scenario: The QR code asks for nothing that common apps cannot do
    Given the user has started to register "work phone"
    Then the QR code asks for SHA1, 6 digits and 30 seconds, and its key has no padding

  @QRC-10
  Scenario: The key leaves the page in no address
    Given the user has started to register "work phone"
    When the user loads the page again
    Then no address that the page asks for or names holds the key

  @QRC-13
  Scenario Outline: The QR code that is shown is the one that counts <after>
    Given the user has started to register "work phone"
    When the user <does>
    Then the codes of the QR code that is shown now count, and of no other

    Examples:
      | after                | does                      |
      | after a wrong code   | submits a wrong code      |
      | after loading anew   | loads the page again      |
      | after an idle minute | does nothing for a minute |

Feature: 6. Name the device
  "Here, you will be prompted to name your device. Choose a descriptive name that will help you identify it easily
  later on." "Select Next."

  @NAV-05
  Scenario Outline: A name of <blank> is refused
    Given the user is at the registration form
    When the user names the device <blank> and selects Next
    Then the web refuses the name with a message and shows no QR code
    When the user names the device "work phone" and selects Next
    Then as a check, the web shows the user a QR code

    Examples:
      | blank            |
      | nothing at all   |
      | spaces           |
      | a tab            |
      | a no-break space |

  @NAV-05
  Scenario: A name of a zero-width space is refused, where the portal takes it for blank
    Given the user is at the registration form
    When the user names the device a zero-width space and selects Next, if that is no sign to the portal
    Then the web refuses the name with a message and shows no QR code
    When the user names the device "work phone" and selects Next
    Then as a check, the web shows the user a QR code

  @NAV-06
  Scenario: Next brings up the QR code
    Given the user is at the registration form
    Then the web lets the user name the device "work phone" and select Next
    And the web shows the user a QR code

  @NAV-07
  Scenario Outline: The name <name> is kept to the letter
    When the user has registered the phone as <name>
    Then the web lists <name> for the user exactly once

    Examples:
      | name               |
      | "Ana's iPhone 15"  |
      | "ÄÖÜ-телефон"      |
      | "pHONE of the CFO" |

  @NAV-08
  Scenario: Names that differ only in case are different names
    Given the user has registered the phone as "Work Phone"
    When the user names a second phone "work phone" and selects Next
    Then the web shows the user a QR code
    When the user registers the second phone as "work phone"
    Then the web lists "Work Phone" for the user exactly once
    And the web lists "work phone" for the user exactly once

  @NAV-09
  Scenario: A name that is taken is refused, or told apart
    Given the user has registered the phone as "work phone"
    When the user names a second phone "work phone" and selects Next
    Then the web refuses the name, or tells the two apart once both are registered

  @NAV-09
  Scenario: Two users may give the same name
    Given another user has started to register "a phone of two owners"
    When another user submits the current code
    Then as a check, "a phone of two owners" is registered for another user
    Given the user is at the registration form
    When the user gives the device the same name, "a phone of two owners"
    And the user submits the current code, where that name was taken
    Then the web lists that name for the user exactly once

  @NAV-10 @without-browser
  Scenario Outline: A name of <length> is taken, and kept to the letter
    Given the user is at the registration form
    When the user names the device with <length> and selects Next
    And the user submits the current code, where that name was taken
    Then the web lists that name for the user exactly once

    Examples:
      | length                         |
      |                    1 character |
      |                  32 characters |
      | as many characters as declared |

  @NAV-10 @without-browser
  Scenario Outline: A name that is too long is refused with a message, and never cut: <length>
    Given the user is at the registration form
    When the user names the device with <length> and selects Next
    Then the web refuses that name with a message, or keeps it to the letter

    Examples:
      | length                         |
      | 1 character more than declared |
      |               10000 characters |

Feature: 13. For everyone
  Nobody is left out of the registration: not who does not see the page or sees it badly, not who uses no mouse, and not
  who needs more time.

  @ACC-01
  Scenario: The QR code is said in words, and the key is not
    Given the user has started to register "work phone"
    Then the picture with the QR code says in words to the user what it is
    And these words do not give the key away
    And the way to type the values instead is named in these words, or on the page

  @ACC-02 @needs-browser
  Scenario: The whole registration is done on the keyboard
    Given the user is signed in on the web
    Then Tab and Enter lead the user to the registration form
    And Tab stops visibly at each thing on the page of the user, and leaves it again
    And the keyboard alone names the device "work phone" and brings the user to the QR code
    And the focus of the user is where the new step begins
    And Tab stops visibly at each thing on the page of the user, and leaves it again
    And the keyboard alone opens "Not able to scan the QR code?" for the user
    And the keyboard alone submits a wrong code of the user
    And the focus of the user is at the message, or the message is read out
    And the keyboard alone submits the current code of the user
    And the focus of the user is at the message, or the message is read out
    And "work phone" is registered for the user

  @ACC-03
  Scenario: Every field, link and button has a name
    Given the user without a registered device
    Then on every page of the registration each field, link and button has a name and a role for the user

  @ACC-03
  Scenario: Errors belong to their fields, and errors and success are announced
    Given the user is at the registration form
    When the user names the device nothing at all and selects Next
    Then the error is a text that belongs to the user's field for the name
    And the error is announced to the user
    When the user starts again with "work phone"
    And the user submits a wrong code
    Then the error is a text that belongs to the user's field for the code
    And the error is announced to the user
    When the user submits the current code
    Then the success is announced to the user
    And as a check, "work phone" is registered for the user

  @ACC-04
  Scenario: The field for the code is not one for numbers
    Given the user has started to register "work phone"
    Then the user's field for the code is of a kind that keeps every digit

  @ACC-04 @needs-browser
  Scenario: The whole code can be pasted, with a zero in front and with a space in it
    Given the user has started to register "work phone" when its code begins with a zero
    Then pasting "012345" puts all its digits into the field for the code
    And pasting "012 345" puts all its digits into the field for the code
    And pasting the current code with a space puts all its digits into the field
    When the user clicks Submit
    Then "work phone" is registered for the user

  @ACC-05 @needs-browser
  Scenario: Everyone can read and hit what is on the pages, in both themes and on narrow screens
    Given the user without a registered device
    When the user goes through every page of the registration, and measures what is on it
    Then as a check, on each page there was something to measure
    And in the light theme text stands out from its ground at least 4.5 to 1
    And in the dark theme text stands out from its ground at least 4.5 to 1
    And in the light theme fields stand out from what is around them at least 3 to 1
    And in the dark theme fields stand out from what is around them at least 3 to 1
    And everything to press is at least 24 by 24 CSS pixels, or has room around it
    And each page fits a window that is 320 CSS pixels wide, without scrolling sideways

  @ACC-06
  Scenario: A name that is refused need not be typed again
    Given the user is at the registration form
    When the user names the device with 360 letters and selects Next
    Then the name is still there for the user, or was taken

  @ACC-06
  Scenario: There is enough time, and the page says how much
    Given the user has started to register "work phone"
    Then the page tells the user how much time there is
    When the user's registration is 14 minutes old
    And the user submits the current code
    Then "work phone" is registered for the user

  @ACC-06
  Scenario: The end of the time is announced
    Given the user has started to register "work phone"
    When the user's registration is 31 minutes old
    And the user submits the current code
    Then the error is announced to the user
    And as a check, "work phone" is not registered for the user

  @ACC-08
  Scenario: After repeated wrong codes the message mentions the phone's clock
    Given the user has started to register "work phone"
    When the user submits two codes of a phone whose clock is 1 hour ahead
    Then the web tells the user to look at the clock of the phone
    And as a check, "work phone" is not registered for the user

  @ACC-08
  Scenario: That a code was used before is told to the owner alone
    Given the user has registered the phone as "work phone"
    And the user is signed in to the app
    When the user signs out of the app
    Then the app tells the user a code used before from a wrong one
    And somebody without the user's password is not told that a code was used before

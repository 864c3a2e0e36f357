Feature: 11. Continue, and Device registered
  "Next, tap on Continue in the mobile app. This action will prompt a Device registered pop-up confirming the
  successful completion of device registration."

  @FLW-04
  Scenario: Continue before Submit registers nothing
    Given the user has started to register "work phone" and scanned the QR code
    When the user taps "Continue"
    Then the app does not show the user "Device registered"
    And "work phone" is not registered for the user
    And the app shows the user none of the account's data
    When the user submits the code on the phone
    And the user taps "Continue"
    Then as a check, the app shows the user "Device registered"

  @FLW-04
  Scenario: Continue after a wrong code registers nothing
    Given the user has started to register "work phone" and scanned the QR code
    When the user submits a wrong code
    And the user taps "Continue"
    Then the app does not show the user "Device registered"
    And "work phone" is not registered for the user
    When the user submits the code on the phone
    And the user taps "Continue"
    Then as a check, the app shows the user "Device registered"

  @FLW-05
  Scenario: Continue after Submit confirms the registration
    Given the user has started to register "work phone" and scanned the QR code
    When the user submits the code on the phone
    Then the app lets the user tap "Continue"
    And the app shows the user "Device registered"
    And the app shows the user the account's data

  @FLW-05
  Scenario: A phone that had scanned an abandoned registration is confirmed in the new one
    Given the user has started to register "old phone" and scanned the QR code
    When the user starts again with "new phone"
    And the user scans the QR code once more
    And the user submits the code on the phone
    And the user taps "Continue"
    Then the app shows the user "Device registered"
    And "new phone" is registered for the user

  @FLW-05
  Scenario: Another phone at an abandoned registration does not keep the right one from being confirmed
    Given the user has started to register "old phone"
    And the user starts again with "new phone"
    And the user is signed in to the app
    And another phone of the user is signed in to the app
    When the other phone scans the QR code of "old phone"
    And the user scans the QR code
    And the other phone scans the QR code of "old phone"
    And the user submits the code on the phone
    And the user taps "Continue"
    Then the app shows the user "Device registered"

  @FLW-06
  Scenario Outline: The app shows no success when <mishap>
    Given the user has started to register "work phone" and scanned the QR code
    And the user submits the code on the phone
    When <mishap>
    And the user taps "Continue"
    Then the app does not show the user "Device registered"
    And the app tells the user what went wrong
    And the app lets the user try "Continue" again
    When <remedy>
    And the user tries "Continue" again
    Then the app shows the user "Device registered"

    Examples:
      | mishap                                           | remedy                             |
      | the phone loses the network                      | the phone has the network again    |
      | the server takes no connection from the phone    | the server answers the phone again |
      | the server leaves the phone without an answer    | the server answers the phone again |
      | the server answers the phone with an error       | the server answers the phone again |
      | the server answers the phone that it is too busy | the server answers the phone again |

  @FLW-12
  Scenario Outline: Before Submit nothing is lost when the user <interruption>
    Given the user has started to register "work phone" and scanned the QR code
    When the user <interruption>
    Then the user can go on in the app
    When the user carries on in the app
    And the user submits the code on the phone
    And the user taps "Continue"
    Then the app shows the user "Device registered"
    And "work phone" is registered for the user

    Examples:
      | interruption                        |
      | kills and reopens the app           |
      | leaves the app for another and back |

  @FLW-12
  Scenario Outline: After Submit nothing is lost when the user <interruption>
    Given the user has started to register "work phone" and scanned the QR code
    When the user submits the code on the phone
    And the user <interruption>
    Then the user can go on in the app
    When the user taps "Continue"
    Then the app shows the user "Device registered"
    And "work phone" is registered for the user

    Examples:
      | interruption                        |
      | kills and reopens the app           |
      | leaves the app for another and back |

  @FLW-13
  Scenario: Only the phone that took part becomes the registered one
    Given the user has started to register "work phone" and scanned the QR code
    And another phone of the user is signed in to the app
    When the user submits the code on the phone
    And the other phone asks whether it is registered
    Then the other phone does not show "Device registered"
    And the other phone shows none of the account's data
    When the user taps "Continue"
    Then as a check, the app shows the user "Device registered"

  @FLW-13
  Scenario: A phone that scans only after Submit does not become the registered one
    Given the user has started to register "work phone" and scanned the QR code
    And another phone of the user is signed in to the app
    When the user submits the code on the phone
    And the other phone scans the QR code of "work phone" after Submit
    And the other phone asks whether it is registered
    Then the other phone does not show "Device registered"
    And the other phone shows none of the account's data
    When the user taps "Continue"
    Then as a check, the app shows the user "Device registered"

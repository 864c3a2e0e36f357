Feature: 4. The camera
  "To verify your device by scanning the provided QR code, select Scan QR. Camera permission needs to be granted for
  scanning the QR code."

  @CAM-01
  Scenario: Scan QR asks for the camera before it starts it
    Given the user without a registered device
    And the user is signed in to the app
    When the user taps "Scan QR"
    Then the app has asked the user for the camera and then started it

  @CAM-01
  Scenario: The camera stays off when the permission is denied
    Given the user without a registered device
    And the user will deny the camera permission
    And the user is signed in to the app
    When the user taps "Scan QR"
    Then the app has asked the user for the camera and not started it

  @CAM-04
  Scenario Outline: Registration completes without a camera: <camera>
    Given the user has started to register "work phone"
    And the phone's camera is <camera>
    And the user is signed in to the app
    When the user taps "Scan QR"
    Then the app offers the user "Enter the values manually"
    When the user types the values into the app
    And the user submits the code on the phone
    And the user taps "Continue"
    Then the app shows the user "Device registered"
    And "work phone" is registered for the user

    Examples:
      | camera          |
      | denied for good |
      | missing         |

  @CAM-02
  Scenario: The camera is not asked for before Scan QR is selected
    Given the user without a registered device
    When the user signs in to the app
    Then the app has not asked the user for the camera
    When the user taps "Scan QR"
    Then as a check, the app has asked the user for the camera and then started it

  @CAM-03
  Scenario: After a refusal the app says why it needs the camera, and can be given it on another try
    Given the user without a registered device
    And the user will deny the camera permission
    And the user is signed in to the app
    When the user taps "Scan QR"
    Then the app tells the user of the camera that it was refused
    And the app offers the user another try and typing the values
    And the app has asked the user for the camera once and no more
    When the user grants the camera permission on another try
    Then the app has asked the user for the camera and then started it

  @CAM-03
  Scenario: After a refusal the values can be typed instead
    Given the user has started to register "work phone"
    And the user will deny the camera permission
    And the user is signed in to the app
    When the user taps "Scan QR"
    And the user types the values into the app
    Then the app shows the user the code of "work phone"

  @CAM-05
  Scenario: The scanning view shows brackets, and what is within them is read
    Given the user has started to register "work phone"
    And the user is signed in to the app
    When the user taps "Scan QR"
    Then the app shows the user the brackets
    When the user scans the QR code
    Then the app shows the user the code of "work phone"

  @CAM-05
  Scenario Outline: Of two QR codes the one within the brackets is read, with the other one <place> of them
    Given the user has started to register "work phone"
    And the user is signed in to the app
    When the user taps "Scan QR"
    And the camera sees the QR code of "work phone" within the brackets and another one <place> of them
    Then the app shows the user the code of "work phone"

    Examples:
      | place           |
      | above and left  |
      | above and right |
      | below and left  |

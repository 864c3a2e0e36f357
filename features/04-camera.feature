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
    And the user types the values into the app
    And the user submits the code on the phone
    And the user taps "Continue"
    Then the app shows the user "Device registered"
    And "work phone" is registered for the user

    Examples:
      | camera          |
      | denied for good |
      | missing         |

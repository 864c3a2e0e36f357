/**
 * How what is before the camera reaches the app: `page`: a script of ours in the page films it; `none`: it does not; else
 * the server's own command, called with the picture (PNG in base64) under the name of an argument.
 */
export type Frames = 'page' | 'none' | FrameCommand;

export interface FrameCommand {
  command: string;
  argument: string;
}

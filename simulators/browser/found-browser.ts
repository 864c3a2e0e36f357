/** A browser that can be started, and what it takes to start it. */
export interface FoundBrowser {
  /** Absolute path of the program. */
  executablePath: string;
  /** Where it came from, in words for a person: "chromium-headless-shell on PATH". */
  source: string;
  /** The whole environment of the browser's process, with what this browser adds to the one that was searched. */
  environment: Environment;
  /** `shell` for a headless shell, `true` for a full browser that has a headless mode. */
  headless: 'shell' | true;
  /** Whether the browser brings what Chromium's sandbox needs; without it the sandbox has to be switched off. */
  hasSandbox: boolean;
}

/** Environment variables by name, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

type Environment = Readonly<Record<string, string | undefined>>;
type ValuePath = readonly (string | number)[];

/** A target file names an environment variable that is not set. */
export class UnsetVariable extends Error {
  override readonly name = 'UnsetVariable';
  /** To the value in the file, such as `['accounts', 0, 'password']`. */
  readonly path: ValuePath;
  /** For whoever knows the line as well. */
  readonly complaint: { wanted: string; got: string; fix: string };

  constructor(path: ValuePath, { variable, isEmpty }: { variable: string; isEmpty: boolean }) {
    const wanted = `the environment variable ${variable}`;
    const got = isEmpty ? 'an empty one' : 'none of that name';
    const fix = `set it (export ${variable}=...), or write $\${${variable}} where just these characters are meant`;
    const field = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
    super(`${field.replace(/^\./, '')}: wanted ${wanted}, got ${got}; ${fix}`);
    this.path = path;
    this.complaint = { wanted, got, fix };
  }
}

/** `$${` stands for `${` itself; names are as POSIX has them. */
const REFERENCE = /\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/**
 * A value of a target file with `${NAME}` in its texts replaced by that environment variable. Keys stay as they are.
 * @throws {UnsetVariable} at the first that is not set, or empty
 */
export function expandEnvironment<Value>(value: Value, env: Environment): Value {
  return expand(value, [], env) as Value;
}

function expand(value: unknown, path: ValuePath, env: Environment): unknown {
  if (typeof value === 'string') return expandText(value, path, env);
  if (Array.isArray(value)) return value.map((item, index) => expand(item, [...path, index], env));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expand(item, [...path, key], env)]));
}

function expandText(text: string, path: ValuePath, env: Environment): string {
  return text.replace(REFERENCE, (_, variable: string | undefined) => {
    if (variable === undefined) return '${';
    const value = env[variable];
    if (value) return value;
    throw new UnsetVariable(path, { variable, isEmpty: value === '' });
  });
}

/**
 * Python 3.11 and later sleep until an instant of the monotonic clock, which libfaketime 0.9.10 takes for one of the
 * clock that it fakes: `time.sleep` then raises OSError 22, and with it reloaders, retries and background work end.
 * Python reads a module of this name at its start; ours mends the sleep where it is broken, and then reads the one that it
 * stands before, as Debian has it.
 * @see https://github.com/wolfcw/libfaketime/issues/426
 */
export const PYTHON_SITECUSTOMIZE = `import importlib.machinery, importlib.util, os, select, sys, time

try:
    time.sleep(0.000001)
except OSError:
    def sleep(seconds, /):
        if seconds < 0:
            raise ValueError('sleep length must be non-negative')
        select.select([], [], [], seconds)
    time.sleep = sleep

_here = os.path.dirname(os.path.abspath(__file__))
_others = [folder for folder in sys.path if os.path.abspath(folder) != _here]
_next = importlib.machinery.PathFinder.find_spec('sitecustomize', _others)
if _next is not None and _next.loader is not None:
    _next.loader.exec_module(importlib.util.module_from_spec(_next))
`;

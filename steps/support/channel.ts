/** What is said to every thread of the run that listens. */
export interface Channel<Word> {
  say(word: Word): void;
}

/** Opens a channel between the threads of a run. It is no reason to stay: whoever has nothing else to do may go. */
export function openChannel<Word>(name: string, hear: (word: Word) => void): Channel<Word> {
  const channel = new BroadcastChannel(`paircheck ${name}`);
  // The types of the browser's channel hide what Node's has besides.
  (channel as unknown as { unref(): void }).unref();
  channel.onmessage = ({ data }: { data: Word }) => hear(data);
  return { say: (word) => channel.postMessage(word) };
}

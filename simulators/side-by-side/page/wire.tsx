import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Exchange } from '../scene.ts';
import { answeredWords, aside, askedWords, fieldText, pathText } from './words.ts';

const ASIDES = {
  light: 'The QR code: device name and key pass by light, or are typed by hand. Never over the network.',
  person: 'The person reads the six digits off the phone and types them on the portal.',
};

/** What portal page, server and phone say to each other, as it happens. */
export function Wire({ exchanges }: { exchanges: Exchange[] }) {
  const list = useRef<HTMLDivElement>(null);
  const last = exchanges.at(-1)?.number;
  useLayoutEffect(() => list.current?.scrollTo({ top: list.current.scrollHeight }), [last]);
  return (
    <section class="wire" aria-labelledby="wire-title">
      <h2 id="wire-title">What goes over the wire</h2>
      <p>As it happens here. Passwords, codes, keys and cookies are never drawn: •••• stands for them.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section class="lanes" ref={list} tabIndex={0} aria-label="The exchanges, oldest first">
        <p class="heads">
          <span>Portal page</span>
          <span>Server</span>
          <span>Phone</span>
        </p>
        {exchanges.length === 0 && <p class="empty">Nothing yet: sign in on the portal or in the app.</p>}
        <ol>
          {exchanges.map((exchange) => (
            <Row key={exchange.number} exchange={exchange} />
          ))}
        </ol>
      </section>
    </section>
  );
}

function Row({ exchange }: { exchange: Exchange }) {
  const { from, method, path, asked, status, atEpochMs } = exchange;
  const before = aside(exchange);
  const side = from === 'phone' ? 'right' : 'left';
  return (
    <>
      {before && <li class={`aside ${before}`}>{ASIDES[before]}</li>}
      <li class={`exchange ${side}`}>
        <div class="asked">
          <span class="unseen">{from} to server: </span>
          <strong>{askedWords(exchange)}</strong>
          <code title={path}>
            {method} {pathText(exchange)}
          </code>
          {asked.length > 0 && <span class="fields">{asked.map(fieldText).join(' · ')}</span>}
        </div>
        <div class={status >= 400 ? 'answered refused' : 'answered'}>
          <span class="unseen">server to {from}: </span>
          <code>{status}</code> {answeredWords(exchange)}
        </div>
        <time>{new Date(atEpochMs).toISOString().slice(11, 19)}</time>
      </li>
    </>
  );
}

/** The page of the vendor's app, with words and a way of its own wherever the document has none. */
export const VENDOR_PAGE = `<!doctype html>
<html lang="en">
<meta name="viewport" content="width=device-width">
<title>Chatter</title>
<style>
  body { margin: 0; font-family: sans-serif }
  [hidden] { display: none !important }
  #scanner { position: relative; background: #000; height: 60vh; overflow: hidden }
  #scanner video { width: 100%; height: 100%; object-fit: cover }
  .no-brackets .aim { display: none }
  .aim { position: absolute; inset: 15%; border: 3px solid lime; border-radius: 1em }
  .back { position: fixed; inset: 0; background: #0008; display: grid; place-items: center }
  .card { background: #fff; padding: 1em; animation: rise .3s }
  @keyframes rise { from { opacity: 0 } }
  .digits span { display: inline-block; width: 1.5em; border: 1px solid }
</style>
<header><b>Chatter</b></header>
<main id="in">
  <h1>Welcome</h1>
  <label>User name <input id="user" autocomplete="username"></label>
  <label id="second">Password <input id="pass" type="password"></label>
  <button id="go">Log in</button>
  <p id="wrong" role="alert"></p>
</main>
<main id="scan" hidden>
  <h1>Scan</h1>
  <div id="scanner"><video playsinline muted></video><div class="aim"></div></div>
  <p>Hold the code within the frame</p>
  <p id="said"></p>
  <button id="back">Back</button> <a href="#hand" id="hand">I can't scan it</a>
</main>
<main id="nocamera" hidden>
  <h1>No camera</h1><p>Please allow the camera.</p>
  <button id="again">Retry</button> <button id="hand2">Enter it by hand</button>
</main>
<main id="form" hidden>
  <h1>By hand</h1>
  <p>Device name</p><p><input id="device"></p>
  <label>Secret key <input id="key"></label>
  <p id="bad" role="status"></p>
  <button id="leave">Cancel</button> <button id="pair">Add device</button>
</main>
<main id="code" hidden>
  <h1>Almost there</h1><p id="whose"></p><p class="digits"></p><p><small>changes every 30 s</small></p>
  <button id="done">Continue</button>
</main>
<main id="home" hidden><h1>Inbox</h1><ul><li>Ben: are you there?</li></ul><button id="mine">Show my code</button> <button id="menu" hidden>Settings</button> <button id="out">Log out</button></main>
<main id="sign" hidden><h1>Confirm sign-in</h1><button id="send">Send one-time code</button> <button>Cancel</button></main>
<main id="busy" hidden><h1>Confirming this phone</h1><p>Waiting for a fresh code</p></main>
<main id="cancelled" hidden><h1>Cancelled</h1><p>This phone was not verified.</p><a href="/app">To the beginning</a></main>
<div id="popup" class="back" hidden>
  <div class="card" role="dialog" aria-modal="true" aria-labelledby="t">
    <h2 id="t">Verify device</h2><p>Scan the code from the web page.</p>
    <button id="no">Cancel</button> <button id="yes">Scan QR</button>
  </div>
</div>
<dialog id="success" aria-labelledby="s"><h2 id="s">Device registered</h2><button id="fine">Done</button></dialog>
<script src="/reader.js"></script>
<script>
  const $ = (id) => document.getElementById(id);
  const quirks = new URLSearchParams(location.search);
  // It begins with a picture of itself, for longer than its network takes.
  if (quirks.has('splash')) { $('in').hidden = true; setTimeout(() => { $('in').hidden = false; }, 1500); } // as long as the picture is to be seen
  if (quirks.has('no-brackets')) document.body.className = 'no-brackets';
  const send = (path, body) => fetch(path, { method: 'POST', body: JSON.stringify(body ?? {}) });
  const show = (id) => {
    for (const main of document.querySelectorAll('main')) main.hidden = main.id !== id;
    $('popup').hidden = true;
  };
  const ask = () => { show('in'); $('popup').hidden = false; $('no').focus(); };
  const states = { verify: ask, paired: () => showCode(), registered: () => show('home') };
  const kept = JSON.parse(localStorage.getItem('key') ?? 'null');
  let key = kept, stream;
  async function showCode() {
    show('code');
    const digits = await codeNow();
    $('whose').textContent = key.label;
    document.querySelector('.digits').innerHTML = [...digits].map((d) => '<span>' + d + '</span>').join('');
  }
  setInterval(() => { if (!$('code').hidden) showCode(); }, 1000);
  async function codeNow() {
    const bits = [...key.secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
    const bytes = Uint8Array.from(bits.match(/.{8}/g), (b) => parseInt(b, 2));
    const mac = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
    const count = new DataView(new ArrayBuffer(8));
    count.setUint32(4, Math.floor(Date.now() / 30000));
    const hash = new Uint8Array(await crypto.subtle.sign('HMAC', mac, count.buffer));
    const at = hash[19] & 15;
    const n = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
    return String(n % 1000000).padStart(6, '0');
  }
  async function scan() {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch { return show('nocamera'); }
    show('scan');
    const video = document.querySelector('video');
    video.srcObject = stream;
    await video.play();
    const canvas = document.createElement('canvas'), paint = canvas.getContext('2d', { willReadFrequently: true });
    const read = () => {
      if (!stream) return;
      [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
      paint.drawImage(video, 0, 0);
      const { data, width, height } = paint.getImageData(0, 0, canvas.width, canvas.height);
      const found = jsQR(data, width, height, { inversionAttempts: 'dontInvert' });
      const inside = ({ x, y }) => x > width * .15 && x < width * .85 && y > height * .15 && y < height * .85;
      const at = found?.location;
      if (at && [at.topLeftCorner, at.topRightCorner, at.bottomLeftCorner].every(inside) && take(found.data)) return;
      setTimeout(read, 100);
    };
    read();
  }
  function take(text) {
    if (!text.startsWith('otpauth:')) { $('said').textContent = 'That is another code'; return false; }
    const uri = new URL(text.replace('otpauth:', 'https:'));
    pair({ secret: uri.searchParams.get('secret'), label: decodeURIComponent(uri.pathname.slice(1)) });
    return true;
  }
  const stop = () => { stream?.getTracks().forEach((track) => track.stop()); stream = undefined; $('said').textContent = ''; };
  async function pair(entry) {
    stop();
    if (!(await send('/pair')).ok) return show('cancelled');
    key = entry;
    localStorage.setItem('key', JSON.stringify(key));
    await showCode();
  }
  if (quirks.has('name-first')) { $('second').hidden = true; $('go').textContent = 'Continue'; }
  // What concerns the account is elsewhere; a registered phone proves itself, after a while; Continue waits for news.
  if (quirks.has('menu')) { $('menu').hidden = false; $('out').hidden = true; $('menu').onclick = () => { $('out').hidden = false; }; }
  if (quirks.has('proves')) states.verify = () => { show('busy'); setTimeout(() => show('home'), 6000); }; // what is left of a code's time step
  const prove = async () => { await send('/prove'); show('home'); }; // what sends its code is tapped
  if (quirks.has('taps')) states.verify = () => { if (!key) return ask(); $('done').onclick = prove; showCode(); };
  if (quirks.has('sends')) { $('send').onclick = prove; states.verify = () => key ? show('sign') : ask(); }
  if (quirks.has('hears')) { $('done').disabled = true; setTimeout(() => { $('done').disabled = false; $('whose').append(' was submitted'); }, 4000); } // until the app asks its server again
  $('go').onclick = async () => {
    if ($('second').hidden) {
      document.querySelector('label').hidden = true; $('second').hidden = false; $('go').textContent = 'Log in';
      return;
    }
    const answer = await send('/login', { username: $('user').value, password: $('pass').value });
    if (!answer.ok) { $('wrong').textContent = 'That is not right'; return; }
    $('pass').value = '';
    states[(await answer.json()).state]();
  };
  $('no').onclick = async () => { await send('/logout'); show('cancelled'); };
  $('yes').onclick = $('again').onclick = scan;
  $('back').onclick = () => { stop(); ask(); };
  $('hand').onclick = $('hand2').onclick = () => { stop(); show('form'); return false; };
  $('leave').onclick = ask;
  $('pair').onclick = () => {
    if (!/^[A-Z2-7]{16,}$/.test($('key').value)) { $('bad').textContent = 'This key cannot be used'; return; }
    pair({ secret: $('key').value, label: $('device').value });
  };
  $('done').onclick = async () => {
    if ((await send('/finish')).ok) $('success').showModal(); else alert('Not yet');
  };
  $('success').oncancel = (event) => event.preventDefault();
  $('mine').onclick = showCode;
  $('fine').onclick = () => { $('success').close(); show('home'); };
  $('out').onclick = async () => { await send('/logout'); show('in'); };
  const forgotten = quirks.has('forgetful') ? send('/logout') : Promise.resolve();
  forgotten.then(() => fetch('/me')).then(async (answer) => { if (answer.ok) states[(await answer.json()).state](); });
</script>
</html>
`;

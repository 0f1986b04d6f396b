import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { castMark } from '../text.mjs';
import { markdown, put, putCasts } from './shared.mjs';

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What Does Docker Truly Isolate?</title>
<link rel="icon" href="data:,">
</head>
<body><div id="root"></div><script type="module" src="/main.jsx"></script></body>
</html>
`;

const style = `body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 system-ui,sans-serif}
table,.cast{display:block;overflow-x:auto}code,pre{font-family:monospace}nav{margin-top:3rem}
`;

const main = `import { StrictMode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import './style.css';
import pages from './pages.json';

function Cast({ src, said }) {
  const place = useRef(null);
  const play = useRef(() => {});
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const terminal = new Terminal({ cols: 80, rows: 20, disableStdin: true });
    terminal.open(place.current);
    fetch(src)
      .then((answer) => answer.text())
      .then((text) => {
        const events = text.trim().split('\\n').slice(1).map((line) => JSON.parse(line));
        const write = () => {
          for (const [, kind, data] of events) if (kind === 'o') terminal.write(data);
        };
        write();
        play.current = () => {
          terminal.reset();
          write();
          setShown(true);
        };
      });
    return () => terminal.dispose();
  }, [src]);
  return (
    <>
      <div ref={place} className="cast" />
      <button className="run" onClick={() => play.current()}>Run</button>
      {shown && <p className="said">{said}</p>}
    </>
  );
}

const pageHere = () => pages.find((page) => page.path === location.pathname) ?? pages[0];

function App() {
  const [page, setPage] = useState(pageHere);
  useEffect(() => {
    const back = () => setPage(pageHere());
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const next = pages[pages.indexOf(page) + 1];
  const go = (event) => {
    event.preventDefault();
    history.pushState(null, '', next.path);
    setPage(next);
    scrollTo(0, 0);
  };
  return (
    <>
      <main key={page.path}>
        <h1>{page.title}</h1>
        <div dangerouslySetInnerHTML={{ __html: page.before }} />
        <Cast src={page.cast} said={page.said} />
        <div dangerouslySetInnerHTML={{ __html: page.after }} />
      </main>
      <nav>{next && <a rel="next" href={next.path} onClick={go}>{next.title}</a>}</nav>
    </>
  );
}

createRoot(document.getElementById('root')).render(<StrictMode><App /></StrictMode>);
`;

/** React and xterm.js as one bundle, with this site's own versions and Vite. */
export const app = {
  id: 'app',
  name: 'React + xterm, single-page app',
  short: 'React app',
  terminal: () => ['.cast', '.cast .xterm-rows'],
  run: () => ({ place: '.cast', button: '.run', rows: '.cast .xterm-rows', said: '.said' }),
  next: () => 'a[rel=next]',
  async build({ pages, source, out, run }) {
    const texts = pages.map((page) => {
      const [before, after] = markdown(page.markdown).split(`<p>${castMark}</p>`);
      return { path: page.path, title: page.title, cast: `/casts/${page.name}.cast`, said: page.said, before, after };
    });
    await put(source, 'index.html', html);
    await put(source, 'style.css', style);
    await put(source, 'main.jsx', main);
    await put(source, 'pages.json', JSON.stringify(texts));
    await put(source, 'vite.config.mjs', `export default { oxc: { jsx: { runtime: 'automatic' } } };\n`);
    await putCasts(pages, `${source}/public`);
    await run(path.resolve('node_modules/vite/bin/vite.js'), ['build', source, '--outDir', out]);
    const index = await readFile(path.join(out, 'index.html'));
    for (const page of pages) await put(out, `${page.path.slice(1)}index.html`, index);
  },
};

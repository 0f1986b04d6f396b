import { renderToStaticMarkup } from 'react-dom/server';
import { type Format, formats } from '../../diagram/drawing.ts';
import { canvasOf, layout } from '../../diagram/layout.ts';
import { type LensName, lenses } from '../../diagram/lenses/index.ts';
import { HatchDefs } from '../../diagram/views/HatchDefs.tsx';
import { StaticDiagram } from '../../diagram/views/StaticDiagram.tsx';
import type { HostFacts } from '../../host/facts.ts';
import { sampleHost } from '../../host/sample.ts';
import { withUidMap } from '../../host/sample-ids.ts';
import { withNetwork } from '../../host/sample-net.ts';
import { withSlab } from '../../host/sample-slab.ts';
import { withShell } from '../../host/sample-strangers.ts';
import type { DocumentParts } from '../document.ts';
import { Styles } from '../Styles.tsx';
import type { Site } from '../site.ts';

const shell = { comm: 'bash', args: 'bash' };
const web = sampleHost({ containers: [{ name: 'web', others: [shell] }] });
const pair = sampleHost({ containers: [{ name: 'web' }, { name: 'db', others: [shell] }] });

/** Made-up hosts, for those who draw: a page shows none of them. */
const hosts: Record<string, HostFacts> = {
  'nothing runs': sampleHost({}),
  'one container': withSlab(web),
  'one container, mapped ids': withUidMap(web, 'web', [[0, 100000, 65536]]),
  'two containers, a network': withNetwork(pair, { web: ['docker0'], db: ['docker0'] }),
  'nearly no wall': sampleHost({ containers: [{ name: 'web', shared: ['pid', 'net', 'uts', 'ipc', 'cgroup'] }] }),
  'ended by a signal': sampleHost({ containers: [{ name: 'web', exited: 137 }] }),
  'a shell of one’s own': withShell(web, { own: ['pid', 'uts'] }),
};

/** Every lens with a few hosts, in both formats, each as wide as it is made for. */
export function galleryPage(site: Site): DocumentParts {
  const title = 'Every lens';
  return {
    title,
    description: 'Every lens with a few made-up hosts, in both formats.',
    card: { path: '/preview.png', alternative: title },
    body: renderToStaticMarkup(
      <main>
        <Styles css={site.styles.scenes}>
          <HatchDefs />
        </Styles>
        <h1>{title}</h1>
        {(Object.keys(lenses) as LensName[]).map((lens) => (
          <section key={lens} id={lens}>
            <h2>{lens}</h2>
            {(['tall', 'landscape'] as const).map((format) => (
              <Row key={format} lens={lens} format={format} />
            ))}
          </section>
        ))}
      </main>,
    ),
  };
}

function Row({ lens, format }: { lens: LensName; format: Format }) {
  return (
    <div style={{ display: 'flex', gap: 24, overflowX: 'auto' }}>
      {Object.entries(hosts).map(([name, facts]) => (
        <figure key={name} style={{ flex: 'none', width: formats[format].width, margin: '0 0 24px' }}>
          <StaticDiagram drawing={layout(facts, lens, format, { canvas: canvasOf([facts], lens, format) })} />
          <figcaption>{name}</figcaption>
        </figure>
      ))}
    </div>
  );
}

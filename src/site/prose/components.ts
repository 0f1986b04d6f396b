import { Code } from '../../scene/Code.tsx';
import { FrontDoor } from '../front/FrontDoor.tsx';
import { Ledger } from '../ledger/Ledger.tsx';
import { Questions } from '../ledger/Questions.tsx';
import { MovesOn } from '../recordings/MovesOn.tsx';
import { Downloads, Lab, LeftOut, Rules, Verify } from '../recordings/Recordings.tsx';
import { YourHost } from '../your-host/YourHost.tsx';
import { Costs } from './Costs.tsx';
import { MapOfHouse } from './MapOfHouse.tsx';
import { Moved } from './Moved.tsx';
import { Recorded } from './Recorded.tsx';
import { Scene } from './Scene.tsx';
import { Sourced, SourceMark, SourceNote } from './Source.tsx';
import { Term } from './Term.tsx';
import { Heading, Link, Subheading, Table } from './text.tsx';

/** What a chapter's Markdown may use. `<Source>` has become three of these by then, see vite/sources.ts, and terms have become `<Term>`, see vite/terms.ts. */
export const proseComponents = {
  a: Link,
  h2: Heading,
  h3: Subheading,
  table: Table,
  code: Code,
  FrontDoor,
  Scene,
  Recorded,
  MapOfHouse,
  Moved,
  Costs,
  Ledger,
  Questions,
  Lab,
  Downloads,
  Rules,
  Verify,
  LeftOut,
  MovesOn,
  Sourced,
  SourceMark,
  SourceNote,
  Term,
  YourHost,
};

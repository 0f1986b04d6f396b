import { Ledger } from '../ledger/Ledger.tsx';
import { Questions } from '../ledger/Questions.tsx';
import { Downloads, Lab, LeftOut, Rules, Verify } from '../recordings/Recordings.tsx';
import { Costs } from './Costs.tsx';
import { MapOfHouse } from './MapOfHouse.tsx';
import { Recorded } from './Recorded.tsx';
import { Scene } from './Scene.tsx';
import { Sourced, SourceMark, SourceNote } from './Source.tsx';
import { Heading, Table } from './text.tsx';

/** What a chapter's Markdown may use. `<Source>` has become the last three by then: see vite/sources.ts. */
export const proseComponents = {
  h2: Heading,
  table: Table,
  Scene,
  Recorded,
  MapOfHouse,
  Costs,
  Ledger,
  Questions,
  Lab,
  Downloads,
  Rules,
  Verify,
  LeftOut,
  Sourced,
  SourceMark,
  SourceNote,
};

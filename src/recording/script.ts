import type { Capability } from '../host/capabilities.ts';
import type { Door } from '../host/doors.ts';
import type { EntityRef } from '../host/entity.ts';
import type { NsKind } from '../host/facts.ts';
import type { Rail } from '../host/fence.ts';

/** A scene: what is typed, where, and how it is told. The lab plays it, the page tells it. */
export interface SceneScript {
  /** The folder's name; the address of its steps begins with it. */
  id: string;
  title: string;
  /** What the diagram looks at: a lens by its name, as src/diagram/lenses/index.ts lists them. */
  lens: string;
  /** What differs between the takes, as the switch names it: `Network`. Absent where there is one, or where the second removes a wall. */
  varies?: string;
  /** In the order they stand on the stage. */
  panes: Record<string, PaneScript>;
  /** The first is the one that is told; each other one removes (or adds) a wall. */
  takes: Record<string, TakeScript>;
  /** Names for what a mark or a sentence may point at. */
  entities: Record<string, EntityRef>;
  /** Shell lines that run on the host before the recording begins; nothing of them is shown. */
  prepare?: string[];
  /** Shell lines that take back what the scene sets up on the host beside Docker, whether it is there or not: run before each take, and after. */
  undo?: string[];
  /** What may differ in an output when the scene is recorded again, besides what may in any: src/recording/compare/output.ts. */
  loose?: Loose[];
  /** The host gets a further drive, which holds a virtual machine and what runs it: lab/annex.ts. */
  annex?: true;
  /** What the collector reads besides, for scenes that ask for it; lab/collect.sh says what each word adds. */
  reads?: Reading[];
  /** What the lens `door` draws in the wall, from left to right: each is shut until a step opens it. */
  doors?: Door[];
  /** Entities that the diagram keeps back before the first step, as `veil` of a step does when it is over. */
  veil?: string[];
  /** Numbers in sentences that nothing typed or printed holds, each with what makes it right. */
  numbers?: Vouched[];
  steps: StepScript[];
}

/** A number that no recording of the scene holds, and where it is from: a manual, a release. */
export interface Vouched {
  number: string;
  why: string;
}

/**
 * `meters`: more files of each cgroup. `fence`: capabilities, seccomp and AppArmor of each process. `slab`: what every
 * process shares with the host. `strangers`: processes in namespaces of their own that Docker did not start.
 * `machines`: each kernel that answers on the host, a virtual machine's and a sandbox's too.
 * `all`: every process but the kernel's own threads, and every cgroup; for a host without Docker. Of namespaces it reads what is
 * in those whose types are named besides. `clock`: the time.
 */
export type Reading = 'meters' | 'fence' | 'slab' | 'strangers' | 'machines' | 'all' | 'clock';

/** Something in the output of some commands that is another each time: whatever matches becomes the same word on both sides. */
export interface Loose {
  why: string;
  /** The commands, as they are typed. */
  line: RegExp;
  text: RegExp;
  becomes: string;
}

export interface PaneScript {
  title: string;
  /** How a reader opens the same pane; absent for the host's own shell. The recorder runs it on the host in a pseudo-terminal of its own. */
  via?: string;
  /** The step after which the pane is open; absent: from the start. */
  opensAfter?: string;
  /** Rows shown at once on the stage; the recording always has 20. */
  rows: number;
}

export interface TakeScript {
  /** What was done otherwise: `--pid=host`. */
  label: string;
  /** In a word or two, where a choice of several stands in a row; absent: the label. */
  name?: string;
  /** The wall that this take removes. */
  removes?: NsKind;
  /** In place of the scene's own `prepare`. */
  prepare?: string[];
}

/** CPU time as it is used up, memory and tasks as they are held, bytes as they are written. */
export type Metered = 'cpu' | 'memory' | 'pids' | 'io';

export interface StepScript {
  /** Unique in the scene; the same in every take. */
  id: string;
  /** What is typed. More than one: panes that act at once, in this order. Several inputs of one step may not share a pane. */
  run: Input | Input[];
  ends?: Ending;
  /** One thing that the containers' cgroups count is also read every so many milliseconds while the step runs. */
  sample?: { of: Metered; everyMs: number };
  /** What to watch, before. Backticks are code; {entity.value} quotes this step's facts (before: the facts before). */
  before: string;
  /** What happened, after. */
  after: string;
  predict?: Prediction;
  marks?: Mark[];
  /** What the sentences of this step lean on: the build fails where the recording has it otherwise. */
  expects?: Expectation[];
  /** What the diagram shows travelling in this step: from a container, to an address or another container. */
  packet?: Packet;
  /** What the output says that the host's facts do not hold: the diagram shows it. The build looks for it in the output. */
  signs?: Sign[];
  /** Entities whose number or name the diagram keeps back when this step is over, because a later question asks for it. */
  veil?: string[];
  /** The signal that this step's command sends, by the end of its name, and the process that it is for; whether that ends is in the facts. */
  sends?: { signal: string; to: string };
  /** Text in this step's output that refuses what was typed there. */
  refuses?: { pane: string; text: string };
  /** The scene's doors of which the reader knows, from this step on, where they lead. */
  opens?: Door[];
  /** What the step asks of the kernel, and which rail of the fence stops it; the build fails unless output and facts bear it out. */
  tries?: Try;
  /** What the step's output says that no facts hold, for the diagram. */
  reports?: Report[];
  /** Why the diagram shows nothing new at this step. */
  still?: string;
  /** What differs in another take. */
  in?: Record<
    string,
    Partial<
      Pick<
        StepScript,
        | 'run'
        | 'ends'
        | 'before'
        | 'after'
        | 'predict'
        | 'marks'
        | 'expects'
        | 'veil'
        | 'packet'
        | 'signs'
        | 'refuses'
        | 'tries'
        | 'reports'
        | 'still'
      >
    >
  >;
}

export interface Input {
  pane: string;
  type: string;
}

/** Who calls whom: a container's name (or an address outside of the host), and an address or another container's name. */
export interface Packet {
  from: string;
  to: string;
  /** Nothing comes back, though the command ends well. */
  oneWay?: true;
}

/**
 * What a sign is of. Of the network: `reads` is what was read inside (without words: nothing), `call` who was called and what came of it, `ends` names the host's ends of cables, `port` is
 * a listening socket of the host's, `nat` a rule that rewrites packets, `filter` one that stops them, `outside` who is at the
 * other end of the host's own interface. Of files: `file` is seen in a room (`of`)
 * or on the host, `injected` shows what Docker wrote, `run` is a container that came and went in the step, `of` asked for it, `release` which
 * system a root is, `uname` whom the kernel answered, `process` who ran what on the host, `socket` the daemon's, `devices` what is in /dev,
 * `walls` whose each namespace is.
 */
export const signKinds = [
  ...(['reads', 'call', 'ends', 'port', 'nat', 'filter', 'outside'] as const),
  ...(['file', 'injected', 'run', 'release', 'uname', 'process', 'socket', 'devices', 'walls'] as const),
];

/** One thing that the diagram shows from a step on. Each of `at` and `says` stands in the step's output in `pane`, or in what was typed there. */
export interface Sign {
  sign: (typeof signKinds)[number];
  pane: string;
  /** Whose it is: a container's name, or another one's; absent: the host's. */
  of?: string;
  /** The mount that it is seen in, by its target; `upper`: the layer for writes. */
  within?: string;
  at?: string;
  says?: string;
  /** The command in `pane` ended with an error. */
  fails?: true;
}

/** One call of a container's on its way down to the kernel. */
export interface Try {
  /** The container's name. */
  by: string;
  /** As the diagram names it: `unshare(2)`. */
  call: string;
  /** The capability that it takes; absent: none. */
  needs?: Capability;
  /** The rail that stops it; absent: it reaches the kernel. */
  stoppedBy?: Rail;
  /** Rails behind that one that would stop it, too: in another take of this step each is the one that does. */
  behind?: Rail[];
  /** What the output says to it; {entity.value} quotes the facts. */
  says: string;
  /** The scene's door through which it goes. */
  door?: Door;
}

/** One thing that was read, done or refused; it is drawn until a later step reports of the same. */
export interface Report {
  /** What it is about, as the lens knows it: a path of the host, `uptime`. */
  of: string;
  /** The container in which it was, or the command that made a namespace for it; absent: the host. */
  by?: string;
  /** What the diagram writes: a word of the output. */
  value?: string;
  /** What the output says on the line of the value. Absent, as the value is: the command names `of`, and nothing is said of it. */
  says?: string;
  refused?: true;
  /** The courses that it passes, or at which it is stopped. */
  through?: NsKind[];
  /** It is one for the host and all containers, whoever read it. */
  common?: true;
}

/** When a step is over; absent: when each pane's shell shows its next prompt. */
export type Ending =
  | { paneCloses: string }
  | { seen: string; pane: string }
  | { key: 'C-c' | 'C-d'; afterMs: number }
  | { deadlineMs: number };

export interface Prediction {
  question: string;
  /** Two to four. */
  answers: string[];
  /** The index in `answers` that the kernel gave. */
  right: number;
  /** Text in this step's output that proves it. */
  proof: { pane: string; text: string };
  because: string;
}

/**
 * A line that holds this text ({entity.value} quotes the facts), an exit status, a text that is in no line of what a pane
 * answers, or how large the number beside a text is, divided by the one beside another where `of` names that.
 */
export type Expectation =
  | { pane: string; line: string }
  | { pane: string; status: number }
  | { pane: string; lacks: string }
  | { pane: string; number: string; of?: string; least?: number; most?: number };

/** Ties text in a step's output to an entity; the build fails when either is missing. */
export interface Mark {
  pane: string;
  /** The text; {entity.value} quotes the facts. */
  text: string;
  /** The line it stands in must also hold this. */
  line?: string;
  /** A key of the scene's `entities`. */
  entity: string;
}

/** Gives the script back, typed; the recorder and the build check it against the recordings. */
export function defineScene(script: SceneScript): SceneScript {
  return script;
}

/** The step as one take plays and tells it. */
export function stepInTake(step: StepScript, take: string): StepScript {
  return { ...step, ...step.in?.[take] };
}

/** What runs on the host before a take: its own lines in place of the scene's. */
export function preparationOf(scene: SceneScript, take: string): string[] {
  return scene.takes[take]?.prepare ?? scene.prepare ?? [];
}

/** A step's inputs as a list. */
export function inputsOf(step: StepScript): Input[] {
  return Array.isArray(step.run) ? step.run : [step.run];
}

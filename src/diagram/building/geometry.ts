import type { Door } from '../../host/doors.ts';
import type { Container, HostFacts, NsKind } from '../../host/facts.ts';
import type { Sample } from '../../recording/recording.ts';
import type { Metered, Packet, Report, Sign, Try } from '../../recording/script.ts';
import type { Format, Shape, Way } from '../drawing.ts';
import type { Metrics } from './metrics.ts';
import type { Room } from './moment.ts';

/** What all moments of a scene share, so that nothing jumps from step to step or from take to take. */
export interface Canvas {
  height: number;
  /** The places for rooms, from the top: who stands there at one time or another, and for how many processes (or rows) there is room. */
  rooms: { names: string[]; cells: number }[];
  /** How many of the host's own processes there is room for; rows of the host's side in the lenses that show other things of it. */
  hostChips: number;
  /** The doors that the scene tells of. */
  doors?: Door[];
  /** Whether something is sampled in the scene, so that a lens keeps room for it. */
  sampled?: boolean;
  /** All that the scene's outputs will have said, in whichever take. */
  signs?: Sign[];
  /** All that the scene's steps report, in whichever take. */
  reports?: Report[];
}

/** Where one room stands: its outer edges, and the baselines above and below. */
export interface RoomPlan {
  labelBaseline: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** What is inside the innermost course. */
  inside: { x: number; y: number; width: number; height: number };
  legendTop: number;
  /** How far the room's name may reach; absent: to the end of its wall. */
  labelWidth?: number;
}

/** A room and the place that the canvas keeps for it. */
export interface PlacedRoom extends Room {
  place: number;
}

/** What was sampled in a step, of all containers. */
export interface Sampled {
  of: Metered;
  samples: Sample[];
  /** Whether it was sampled in the step that is drawn, and not in an earlier one. */
  fresh: boolean;
}

/** Text of a step's output that tells something of a part, and who asked for it: `host`, or the container in which the shell is. */
export interface Read {
  by: string;
  part: string;
  text: string;
  /** The line in which it stands. */
  line: string;
  /** Whether this step's output says it, and not only an earlier one's. */
  fresh: boolean;
}

/** A command that is run in a step, and where: `host`, or the container in which the shell is. */
export interface Asked {
  by: string;
  command: string;
}

/** What was printed after a command of a step, line by line. */
export interface Answer extends Asked {
  lines: string[];
}

/** A signal that a step sends: to which part, from where, and whether its process is still there after it. */
export interface Sent {
  signal: string;
  by: string;
  to: string;
  fate: 'dropped' | 'ended';
}

/** What a step's script and its samples tell besides the host's facts. */
export interface Told {
  /** What was sampled in this step or the last that was. */
  sampled?: Sampled | undefined;
  /** The parts that the step's output points at: what it is about, where there is not room for everything. */
  about?: string[];
  /** What the outputs have said up to this step. */
  signs?: ToldSign[];
  /** The call that this step makes. */
  tries?: Try | undefined;
  /** What was reported up to this step, each thing once, and whether it was in this step. */
  reports?: (Report & { fresh: boolean })[];
  /** The facts before the step; absent before the first one. */
  before?: HostFacts;
  /** What is run in this step. */
  asked?: Asked[];
  /** What this step's commands printed. */
  answers?: Answer[];
  /** The signal that this step sends. */
  sent?: Sent | undefined;
  /** On which side this step's output refuses what was asked. */
  refused?: { by: string } | undefined;
  /** What was read up to this step. */
  reads?: Read[];
  /** The containers that a later step starts. */
  comes?: string[];
  /** The containers that stood at an earlier step. */
  went?: string[];
}

/** A sign, and whether it is this step's own. */
export interface ToldSign extends Sign {
  fresh: boolean;
}

/** A packet, and whether its answer came. */
export interface SentPacket extends Packet {
  answered?: boolean;
}

/** How a wall is looked at. */
export interface WallLook {
  /** The course that is thick, and in its full colour; absent: none is. */
  focus?: NsKind;
  /** What is drawn of a wall, from the outside in; absent: all of it. */
  courses?: readonly NsKind[];
  /** Whether an ended room is left as its outline, because the lens draws in it what has ended. */
  bare?: true;
}

/** How one chapter looks at the building: what it needs room for, and what it draws between the host's frame and the slab. */
export interface Lens extends WallLook {
  /** The measures that it has otherwise than others. */
  measures?: Partial<Record<Format, Partial<Metrics>>>;
  /** How many rows a container's room needs at this moment. */
  cells(container: Container, facts: HostFacts): number;
  /** How many rows the host's side needs at this moment. */
  hostRows(facts: HostFacts): number;
  /** Where that ends which stands above the slab. */
  bottom(canvas: Canvas, metrics: Metrics): number;
  draw(facts: HostFacts, rooms: PlacedRoom[], canvas: Canvas, metrics: Metrics, veiled: string[], told: Told): Shape[];
  /** Where the rooms stand, by their places: the dotted outline of one that a later step starts is drawn there. */
  places(canvas: Canvas, metrics: Metrics, told: Told): (RoomPlan | undefined)[];
  /** The ways of a packet along what is drawn; none where nothing leads there. */
  ways?(facts: HostFacts, rooms: PlacedRoom[], canvas: Canvas, metrics: Metrics, packet: SentPacket, told: Told): Way[];
  /** The formats in which the host's frame has neither name nor number: the room is needed. */
  untitled?: readonly Format[];
  /** What the host's frame is called; absent: by the hostname. */
  hostTitle?: string;
  /** What the slab says of itself besides its version; undefined: what it says elsewhere. */
  motto?(facts: HostFacts): string | undefined;
  /** What the picture says of the host, after its processes and its kernel. */
  aboutHost?(facts: HostFacts, told: Told): string;
  /** What the picture says of a running room, from "has" on; nothing of what is kept back. */
  about(facts: HostFacts, room: Room, veiled: string[], canvas: Canvas, told: Told): string;
  /** What the picture says of a room that this step ended, in place of how it was left; nothing where it was not this step. */
  aboutEnd?(room: Room, told: Told): string | undefined;
  /** Of which namespaces the picture says whether they are a room's own; absent: of those that are not kept back. */
  kinds?: 'all' | 'none';
}

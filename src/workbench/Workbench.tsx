import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { lessons } from '../../content/lessons/index.ts';
import { layout } from '../diagram/layout.ts';
import type { LensName } from '../diagram/lenses/index.ts';
import { LivingDiagram } from '../diagram/views/LivingDiagram.tsx';
import { type HostFacts, nsKinds } from '../host/facts.ts';
import { advance, begun, type Lesson, type Progress, type Word } from '../lesson/lesson.ts';
import { useDrawnFormat } from '../scene/LivingFigure.tsx';
import { whenShownAgain } from '../scene/shown-again.ts';
import { useReducedMotion } from '../scene/use-scene.ts';
import { LiveShell } from '../terminal/LiveShell.tsx';
import type { Shell } from '../terminal/shell.ts';
import { type Bench, createBench, showPrompt } from './bench.ts';
import { LessonPanel } from './LessonPanel.tsx';
import { rememberedLessons, rememberLesson } from './memory.ts';
import { StartPanel } from './StartPanel.tsx';

const rows = 15;
const lenses: [LensName, string][] = [
  ['wall', 'the whole wall'],
  ['pid', 'PID'],
  ['net', 'network'],
  ['mnt', 'mount'],
  ['uts', 'UTS'],
  ['ipc', 'IPC'],
  ['user', 'user'],
  ['cgroup', 'cgroup namespace'],
  ['meter', 'limits'],
];

/** The workbench: a machine in the page, its two shells, what its kernel says as a diagram, and the lessons. */
export default function Workbench() {
  const bench = useMemo(createBench, []);
  const { status, facts, words, life } = useSyncExternalStore(bench.subscribe, bench.get);
  const [lessonId, setLessonId] = useState(firstLesson);
  const [done, setDone] = useState(rememberedLessons);
  const [chosenLens, setLens] = useState<LensName>();
  const lesson = lessons.find(({ id }) => id === lessonId);
  const lens = chosenLens ?? lesson?.lens ?? 'wall';
  // Facts that were not asked for what a lesson or a lens looks at say nothing of it.
  const goalFacts = lesson?.reads.every((word) => words.includes(word)) ? facts : undefined;
  const progress = useProgress(lessonId, goalFacts, life);
  const looksAt = useMemo(() => wordsFor(lens, lesson), [lens, lesson]);
  const leave = useRef<HTMLButtonElement>(null);

  // The press that woke the page was already the one on "Start".
  useEffect(() => {
    bench.start();
    // The terminal comes while the machine does; where it fails to, the shell asks for it again and says so.
    import('../terminal/xterm.ts').catch(() => {});
    return bench.stop;
  }, [bench]);
  useEffect(() => bench.ask(looksAt), [bench, looksAt]);
  useEffect(() => {
    if (!lesson || progress.reached < lesson.goals.length) return;
    rememberLesson(lesson.id);
    setDone(rememberedLessons());
  }, [lesson, progress]);

  useEffect(() => whenShownAgain(() => setDone(rememberedLessons())), []);

  const on = status.name === 'on';
  return (
    <section
      className="scene bench-scene"
      data-lens={lens}
      data-status={status.name}
      data-life={life}
      data-after-ms={status.name === 'on' ? status.afterMs : undefined}
      data-reached={progress.reached}
      data-rooms={facts?.containers.map(({ pid }) => pid).join(' ')}
      aria-label="The workbench"
    >
      {on ? (
        <>
          <LessonPanel
            lessons={lessons}
            lesson={lesson}
            progress={progress}
            done={done}
            onChoose={(id) => {
              setLessonId(id);
              setLens(undefined);
            }}
          />
          <div className="stage">
            <div className="terms">
              <ShellWindow bench={bench} line={0} life={life} name="Shell 1" onLeave={() => leave.current?.focus()} />
              <ShellWindow bench={bench} line={2} life={life} name="Shell 2" onLeave={() => leave.current?.focus()} />
            </div>
            <Figure
              facts={within(lens).every((word) => words.includes(word)) ? facts : undefined}
              lens={lens}
              life={life}
            />
          </div>
          <div className="controls">
            <button ref={leave} type="button" className="btn" onClick={bench.reset}>
              Reset
            </button>
            <button type="button" className="btn" onClick={bench.stop}>
              Switch off
            </button>
            <label className="choose">
              <span>Look at</span>
              <select value={lens} onChange={(event) => setLens(event.target.value as LensName)}>
                {lenses.map(([value, name]) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <p className="keys">
              <kbd>Esc</kbd> leaves a shell (a program gets it as <kbd>Ctrl</kbd>+<kbd>[</kbd>).
            </p>
          </div>
        </>
      ) : (
        <StartPanel status={status} onStart={bench.start} onCancel={bench.stop} />
      )}
    </section>
  );
}

/** The lesson that the address names, else the first that is not done. */
function firstLesson(): string {
  const named = new URLSearchParams(location.search).get('lesson');
  const done = rememberedLessons();
  const lesson = lessons.find(({ id }) => id === named) ?? lessons.find(({ id }) => !done.includes(id)) ?? lessons[0];
  return lesson?.id ?? '';
}

/** The namespaces whose contents a lens draws. */
function within(lens: LensName): Word[] {
  return nsKinds.filter((kind) => kind === lens && kind !== 'pid');
}

function wordsFor(lens: LensName, lesson: Lesson | undefined): Word[] {
  return [...new Set([...within(lens), ...(lesson?.reads ?? [])])];
}

/** How far the chosen lesson is; a return to the saved state begins it anew. */
function useProgress(lessonId: string, facts: HostFacts | undefined, life: number): Progress {
  const [state, setState] = useState({ lessonId, life, progress: begun });
  const fresh = state.lessonId === lessonId && state.life === life ? state.progress : begun;
  const lesson = lessons.find(({ id }) => id === lessonId);
  const progress = lesson && facts ? advance(lesson, fresh, facts) : fresh;
  // While rendering, as React's own documentation has it for state that follows from what was given.
  if (state.lessonId !== lessonId || state.life !== life || state.progress !== progress)
    setState({ lessonId, life, progress });
  return progress;
}

interface WindowProps {
  bench: Bench;
  line: 0 | 2;
  life: number;
  name: string;
  onLeave(): void;
}

function ShellWindow({ bench, line, life, name, onLeave }: WindowProps) {
  const [shell, setShell] = useState<Shell>();
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each life of the machine begins with an empty screen
  useEffect(() => {
    if (!shell) return;
    shell.clear();
    if (line === 0) {
      shell.focus();
      place.current?.scrollIntoView({ block: 'nearest' });
    }
    // What was said before the terminal was open is shown again.
    bench.type(line, showPrompt);
    return bench.hear(line, shell.write);
  }, [bench, line, shell, life]);
  return (
    <div ref={place} className="window" data-shell={line === 0 ? 1 : 2}>
      <div className="title">{name}</div>
      <div className="view" style={{ '--rows': rows } as React.CSSProperties}>
        <LiveShell
          label={`${name}. Escape leaves it.`}
          rows={rows}
          onType={(text) => bench.type(line, text)}
          onLeave={onLeave}
          onOpen={setShell}
        />
      </div>
    </div>
  );
}

function Figure({ facts, lens, life }: { facts: HostFacts | undefined; lens: LensName; life: number }) {
  const place = useRef<HTMLDivElement>(null);
  const width = useDrawnFormat(place);
  const reduced = useReducedMotion();
  const [lit, setLit] = useState<string | null>(null);
  const drawing = useMemo(() => {
    if (!facts) return undefined;
    try {
      return layout(facts, lens, width);
    } catch (error) {
      console.error(error);
      return undefined;
    }
  }, [facts, lens, width]);
  const parts = useMemo(() => [...new Set(drawing?.shapes.map(({ part }) => part))], [drawing]);
  // A machine that begins anew is asked anew; meanwhile the page keeps its shape.
  const height = useRef(0);
  if (drawing) height.current = drawing.height;
  return (
    <div ref={place} className="living" style={drawing ? undefined : { minHeight: height.current }}>
      {drawing ? (
        <LivingDiagram
          key={`${width} ${lens} ${life}`}
          drawing={drawing}
          lit={lit}
          onPoint={setLit}
          reduced={reduced}
          interactiveParts={parts}
        />
      ) : (
        <p className="asked">{facts ? 'This is more than the diagram can draw.' : 'The kernel is being asked.'}</p>
      )}
    </div>
  );
}

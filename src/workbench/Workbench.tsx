import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { lessons } from '../../content/lessons/index.ts';
import type { LensName } from '../diagram/lenses/index.ts';
import { type HostFacts, nsKinds } from '../host/facts.ts';
import { advance, begun, type Lesson, type Progress, type Word } from '../lesson/lesson.ts';
import { whenShownAgain } from '../scene/shown-again.ts';
import * as said from '../words/index.ts';
import { createBench } from './bench.ts';
import { Controls } from './Controls.tsx';
import { Figure } from './Figure.tsx';
import { Goals } from './Goals.tsx';
import { LessonBar } from './LessonBar.tsx';
import { rememberedLessons, rememberLesson } from './memory.ts';
import { Shells } from './Shells.tsx';
import { StartPanel } from './StartPanel.tsx';

/** The workbench: a machine in the page, its two shells, what its kernel says as a diagram, and the lessons, on the stage of the scenes. Until it is on, it drives the picture of it that was served. */
export default function Workbench({ start }: { start: HTMLElement }) {
  const bench = useMemo(createBench, []);
  const { status, facts, words, life, trouble } = useSyncExternalStore(bench.subscribe, bench.get);
  const [lessonId, setLessonId] = useState(firstLesson);
  const [done, setDone] = useState(rememberedLessons);
  const [chosenLens, setLens] = useState<LensName>();
  const [at, setAt] = useState(0);
  const place = useRef<HTMLElement>(null);
  const goals = useRef<HTMLElement>(null);
  const lesson = lessons.find(({ id }) => id === lessonId);
  const lens = chosenLens ?? lesson?.lens ?? 'wall';
  // Facts that were not asked for what a lesson or a lens looks at say nothing of it.
  const goalFacts = lesson?.reads.every((word) => words.includes(word)) ? facts : undefined;
  const progress = useProgress(lessonId, goalFacts, life);
  const looksAt = useMemo(() => wordsFor(lens, lesson), [lens, lesson]);
  const on = status.name === 'on';

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
  // Once: after that the page never scrolls by itself.
  useEffect(() => {
    if (on) place.current?.scrollIntoView({ block: 'nearest' });
  }, [on]);

  return (
    <section
      ref={place}
      className={on ? 'scene bench-scene' : 'bench-scene'}
      data-lens={lens}
      data-tab={at}
      data-status={status.name}
      data-life={life}
      data-after-ms={status.name === 'on' ? status.afterMs : undefined}
      data-reached={progress.reached}
      data-rooms={facts?.containers.map(({ pid }) => pid).join(' ')}
      aria-label={said.workbench.name}
    >
      {on ? (
        <>
          <LessonBar
            lessons={lessons}
            lesson={lesson}
            progress={progress}
            done={done}
            onChoose={(id) => {
              setLessonId(id);
              setLens(undefined);
            }}
          />
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
          <div className="tabs" role="group" aria-label={said.workbench.shells}>
            {[0, 1].map((index) => (
              <button key={index} type="button" aria-pressed={at === index} onClick={() => setAt(index)}>
                {said.workbench.shell(index + 1)}
              </button>
            ))}
          </div>
          <Shells bench={bench} life={life} at={at} onAt={setAt} onLeave={() => goals.current?.focus()} />
          <Goals lesson={lesson} progress={progress} place={goals} />
          <Figure
            facts={within(lens).every((word) => words.includes(word)) ? facts : undefined}
            lens={lens}
            life={life}
            trouble={trouble}
          />
          <Controls bench={bench} lens={lens} onLens={setLens} />
        </>
      ) : (
        createPortal(<StartPanel status={status} onStart={bench.start} onCancel={bench.stop} />, start)
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

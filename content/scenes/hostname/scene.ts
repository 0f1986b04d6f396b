import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'hostname',
  title: 'Who am I?',
  lens: 'uts',
  varies: 'Hostname',
  panes: {
    host: { title: 'host', rows: 9 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 7 },
  },
  takes: {
    default: { label: 'UTS wall', name: 'its own' },
    'uts-host': { label: '--uts=host', name: '--uts=host', removes: 'uts' },
    named: { label: '--hostname shop', name: '--hostname' },
  },
  entities: {
    web: { container: 'web' },
    sleep: { firstProcessOf: 'web' },
    name: { namespaceOf: 'web', kind: 'uts' },
    host: { host: true },
  },
  numbers: [
    { number: '64', why: 'the length of {web.id}' },
    { number: '12', why: 'the length of {web.id12}, with which the hostname is compared' },
  ],
  steps: [
    {
      id: 'host-name',
      run: { pane: 'host', type: 'hostname' },
      before: 'Begin with the host: what is it called?',
      after: 'The host is called `{host.hostname}`.',
      marks: [{ pane: 'host', text: '{host.hostname}', entity: 'host' }],
    },
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 600' },
      before: 'Start a container. `--name` names it for Docker only.',
      after: 'The line is the container’s id, 64 hexadecimal digits.',
      predict: {
        question: 'What will `hostname` print inside it?',
        answers: ['`{host.hostname}`', '`web`', 'the beginning of the container’s id', '`localhost`'],
        right: 2,
        proof: { pane: 'host', text: '{web.id12}' },
        because:
          'The container has a UTS namespace of its own, and Docker sets its hostname to the first 12 digits of the id.',
      },
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      in: {
        'uts-host': {
          run: { pane: 'host', type: 'docker run -d --name web --uts=host isolate-lab:13 sleep 600' },
          after: 'A container with every other wall, but in the host’s UTS namespace.',
          predict: undefined,
        },
        named: {
          run: { pane: 'host', type: 'docker run -d --name web --hostname shop isolate-lab:13 sleep 600' },
          after: 'The same container, and Docker was told which hostname to set.',
          predict: undefined,
        },
      },
    },
    {
      id: 'inside-name',
      run: { pane: 'web', type: 'hostname' },
      before: 'Ask inside.',
      after: 'Inside it is `{web.hostname}`: the beginning of the id above.',
      marks: [{ pane: 'web', text: '{web.hostname}', entity: 'name' }],
      in: {
        'uts-host': {
          after: 'Inside it is `{web.hostname}` too: there is one UTS namespace, and so one hostname.',
        },
        named: { after: 'Inside it is `{web.hostname}`, as told.' },
      },
    },
    {
      id: 'inspect',
      run: { pane: 'host', type: "docker inspect -f '{{.Id}} {{.Config.Hostname}}' web" },
      before: 'Docker can say both: the id and the hostname that it set.',
      after: 'The first 12 digits of the id, `{web.id12}`, are the hostname.',
      marks: [
        { pane: 'host', text: '{web.id}', entity: 'web' },
        { pane: 'host', text: ' {web.hostname}', entity: 'name' },
      ],
      in: {
        'uts-host': {
          after:
            'Docker’s record holds the beginning of the id as always. In the host’s UTS namespace it was never set.',
          marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
        },
        named: { after: 'The id is not used: the hostname is `{web.hostname}`.' },
      },
    },
    {
      id: 'rename-inside',
      run: { pane: 'web', type: 'hostname isolated' },
      refuses: { pane: 'web', text: 'you must be root to change the host name' },
      before: 'The shell inside runs as root, in a UTS namespace of its own. Rename it.',
      after: 'Refused, though it is root. The namespace would allow it; something else does not.',
      predict: {
        question: 'Root, in its own UTS namespace: may it change the hostname?',
        answers: ['yes, it changes its own name', 'yes, and the host’s changes too', 'no, it is refused'],
        right: 2,
        proof: { pane: 'web', text: 'hostname: you must be root to change the host name' },
        because:
          'That takes CAP_SYS_ADMIN, which Docker does not give by default; its seccomp profile refuses the system call as well.',
      },
      in: {
        'uts-host': {
          before: 'The shell inside runs as root, in the host’s UTS namespace. Rename it.',
          after: 'Refused, as before. Without the UTS wall, this refusal is all that protects the host’s name.',
          predict: undefined,
        },
        named: { predict: undefined },
      },
    },
    {
      id: 'rename-outside',
      run: { pane: 'host', type: 'nsenter -t $(pgrep -x sleep) -u hostname renamed' },
      before: 'The host’s root has CAP_SYS_ADMIN. Set the name, in the UTS namespace of `sleep 600`.',
      after: 'No answer, and no error: a hostname has changed. Whose?',
      veil: ['name', 'host'],
      in: {
        'uts-host': {
          after:
            'No answer, and no error. `sleep 600` is in the host’s UTS namespace: the name that has changed is the host’s.',
          veil: undefined,
        },
        named: {
          after: 'No answer, and no error: in the namespace of `sleep 600` the name is `{web.hostname}` now.',
          veil: undefined,
        },
      },
    },
    {
      id: 'both-names',
      run: [
        { pane: 'host', type: 'hostname' },
        { pane: 'web', type: 'hostname' },
      ],
      before: 'Ask both sides at once.',
      after:
        'The container’s name changed, the host’s did not. The prompts keep the old names: `bash` read them when it started.',
      predict: {
        question: 'Whose hostname is now `renamed`?',
        answers: ['the host’s', 'the container’s', 'both'],
        right: 1,
        proof: { pane: 'web', text: 'renamed' },
        because: 'The name belongs to the UTS namespace that `hostname` ran in, and that is the container’s.',
      },
      marks: [
        { pane: 'host', text: '{host.hostname}', entity: 'host' },
        { pane: 'web', text: '{web.hostname}', entity: 'name' },
      ],
      in: {
        'uts-host': {
          after:
            'Both are `{host.hostname}`: the host itself was renamed through the container’s process. The prompts keep the old name, which `bash` read when it started.',
          predict: undefined,
        },
        named: { predict: undefined },
      },
    },
  ],
});

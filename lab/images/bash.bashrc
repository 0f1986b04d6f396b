# Only for a shell that someone types into.
[ -z "${PS1-}" ] && return

unset HISTFILE

# OSC 133 marks, as VS Code, iTerm2, WezTerm and kitty read them: A begins a prompt, B ends it, C begins a command's
# output, D;n ends it with its exit status. They are why a recording knows prompt, command, output and exit status.
# https://gitlab.freedesktop.org/Per_Bothner/specifications/blob/master/proposals/semantic-prompts.md
# Each shell adds a number of its own, not exported: what it runs can print marks, but not as this shell's.
printf -v mark 'k=%08x%08x' "$SRANDOM" "$SRANDOM"
PS0='\e]133;C;$mark\a'
PS1='\[\e]133;D;$?;$mark\a\e]133;A;$mark\a\]\u@\h:\w\$ \[\e]133;B;$mark\a\]'

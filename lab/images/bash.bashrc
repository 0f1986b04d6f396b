# Only for a shell that someone types into.
[ -z "${PS1-}" ] && return

unset HISTFILE

# OSC 133 marks, as VS Code, iTerm2, WezTerm and kitty read them: A begins a prompt, B ends it, C begins a command's
# output, D;n ends it with its exit status. They are why a recording knows prompt, command, output and exit status.
# https://gitlab.freedesktop.org/Per_Bothner/specifications/blob/master/proposals/semantic-prompts.md
PS0='\e]133;C\a'
PS1='\[\e]133;D;$?\a\e]133;A\a\]\u@\h:\w\$ \[\e]133;B\a\]'

// The command's first line: hands arguments and streams to the commands.
console.log('toycpu')

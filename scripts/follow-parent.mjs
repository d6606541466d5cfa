/** Loaded into a server that a command starts: when the command is gone, even by `kill -9`, the channel to it closes, and the server ends. */
process.once('disconnect', () => process.exit(0))

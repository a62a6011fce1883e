using LostFound.Web.Commands;
using LostFound.Web.Photos.Workers;

// Not among the commands: the server starts it for itself, and its start must cost no more than it needs.
return args is [PhotoWorkerProgram.Argument, ..] ? PhotoWorkerProgram.Run(args) : await RootCommands.RunAsync(args);

using LostFound.Web.Commands;

return await RootCommands.RunAsync(args);

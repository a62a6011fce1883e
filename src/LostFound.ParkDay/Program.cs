using LostFound.ParkDay;

return await ParkDayCommand.Create().Parse(args).InvokeAsync();

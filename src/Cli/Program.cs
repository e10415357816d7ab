using Compare.Cli;

return CompareProgram.Run(args, Terminal.OfProcess());

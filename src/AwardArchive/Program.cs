Console.WriteLine("award-archive");

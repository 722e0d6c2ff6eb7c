package vn.caunoi.ops;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.caunoi.ops.cli.CommandTree;

/** The program: serves, or runs one command against the same data. */
@SpringBootApplication(scanBasePackages = "vn.caunoi")
public class Caunoi {

    public static void main(String[] arguments) {
        int status = CommandTree.commandLine().execute(arguments);
        if (status != CommandTree.SERVING) System.exit(status);
    }
}

package vn.caunoi.api.security;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/** Makes the first administrator outside demo mode, from the command line. */
@Component
public class AdminAccounts {

    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 72;

    private final Accounts accounts;
    private final Commands commands;

    AdminAccounts(Accounts accounts, Commands commands) {
        this.accounts = accounts;
        this.commands = commands;
    }

    /**
     * Makes an account and appoints its holder as administrator.
     *
     * @param unit a unit that exists
     * @param password 12 to 72 bytes
     * @throws IllegalArgumentException when the name is taken or the password too short or too long
     */
    public void create(String name, String fullName, UnitId unit, String password) {
        mustBeStrong(password);
        if (!accounts.create(name, password)) throw new IllegalArgumentException("the account exists: " + name);
        commands.send(new AppointOfficer(new OfficerId(name), unit, fullName, Set.of(Role.ADMIN)), "system:admin");
    }

    public void changePassword(String name, String password) {
        mustBeStrong(password);
        accounts.changePassword(name, password);
    }

    private static void mustBeStrong(String password) {
        int bytes = password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (bytes < SHORTEST_PASSWORD || bytes > LONGEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "a password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " bytes");
        }
    }
}

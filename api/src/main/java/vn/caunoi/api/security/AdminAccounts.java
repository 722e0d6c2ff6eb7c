package vn.caunoi.api.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/** Makes, closes and opens accounts, from the command line and by the page of administrators. */
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

    /** Somebody to be appointed, in a unit that exists. */
    public record Appointment(String account, String fullName, UnitId unit, Set<Role> roles) {}

    /**
     * Makes an account and appoints its holder.
     *
     * @param password 12 to 72 bytes; null for somebody who signs in with the identity provider only
     * @throws IllegalArgumentException when the name is taken or the password too short or too long
     */
    public void create(Appointment appointment, @Nullable String password) {
        String name = appointment.account();
        if (password != null) mustBeStrong(password);
        boolean made = password == null ? accounts.createWithoutPassword(name) : accounts.create(name, password);
        if (!made) throw new IllegalArgumentException("the account exists: " + name);
        commands.send(
                new AppointOfficer(
                        new OfficerId(name), appointment.unit(), appointment.fullName(), appointment.roles()),
                "system:admin");
    }

    /**
     * An account as administrators see it.
     *
     * @param password whether it has one; without, its holder comes by the identity provider only
     * @param changed when it was made, opened, closed or given a password last, in real time
     */
    public record Listed(String name, boolean open, boolean password, Instant changed) {}

    /** By name. */
    public List<Listed> all() {
        return accounts.all().stream()
                .map(one -> new Listed(one.name(), one.enabled(), one.hasPassword(), one.changed()))
                .toList();
    }

    /** Whether its holder may come in. */
    public boolean isOpen(String name) {
        return accounts.open(name).isPresent();
    }

    public boolean isThere(String name) {
        return accounts.find(name).isPresent();
    }

    /** For somebody who is appointed already and signs in with the identity provider, or gets a password later. */
    public void open(String name) {
        if (!accounts.createWithoutPassword(name)) throw new IllegalArgumentException("the account exists: " + name);
    }

    /**
     * Ends all sessions of the account as well.
     *
     * @throws IllegalArgumentException when there is no such account or the password is too short or too long
     */
    public void changePassword(String name, String password) {
        mustBeStrong(password);
        mustExist(name, accounts.changePassword(name, password));
    }

    /**
     * Closes an account, whatever way its holder signs in by; ends its sessions at once.
     *
     * @throws IllegalArgumentException when there is no such account
     */
    public void disable(String name) {
        mustExist(name, accounts.setEnabled(name, false));
    }

    /** @throws IllegalArgumentException when there is no such account */
    public void enable(String name) {
        mustExist(name, accounts.setEnabled(name, true));
    }

    private static void mustExist(String name, boolean found) {
        if (!found) throw new IllegalArgumentException("there is no account " + name);
    }

    /** Whether a password is taken: 12 to 72 bytes. */
    public static boolean isStrong(String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        return bytes >= SHORTEST_PASSWORD && bytes <= LONGEST_PASSWORD;
    }

    private static void mustBeStrong(String password) {
        if (!isStrong(password)) {
            throw new IllegalArgumentException(
                    "a password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " bytes");
        }
    }
}

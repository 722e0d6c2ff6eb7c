package vn.caunoi.api.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Three ceilings for wrong passwords: of an account from one address, of an account from anywhere, and from one address
 * for any account. Whoever logged in from an address before meets there only the first, so that a stranger who guesses
 * without end cannot lock the holder out. Kept in memory and bounded; a ceiling falls away with its window, however many
 * attempts were made meanwhile.
 */
final class WrongPasswords {

    static final int MOST_FROM_THERE = 10;
    static final int MOST_OF_ACCOUNT = 50;
    static final int MOST_OF_ADDRESS = 100;
    static final Duration SHORT = Duration.ofMinutes(5);
    static final Duration LONG = Duration.ofMinutes(15);

    private static final int MOST_FAMILIAR = 20_000;
    private static final int NETWORK_OF_IPV6 = 8;

    private final Throttle fromThere;
    private final Throttle ofAccount;
    private final Throttle ofAddress;
    private final Map<String, Boolean> familiar = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_FAMILIAR;
        }
    };

    WrongPasswords(LongSupplier nanos) {
        this.fromThere = new Throttle(MOST_FROM_THERE, SHORT, nanos);
        this.ofAccount = new Throttle(MOST_OF_ACCOUNT, LONG, nanos);
        this.ofAddress = new Throttle(MOST_OF_ADDRESS, SHORT, nanos);
    }

    /** @throws TooManyAttempts when this account must not be tried from this address now */
    void check(String account, String address) {
        String there = there(account, address);
        Duration wait = fromThere.closedFor(there);
        if (!isFamiliar(there)) {
            wait = longer(wait, ofAccount.closedFor(account));
            wait = longer(wait, ofAddress.closedFor(network(address)));
        }
        if (wait.isPositive()) throw new TooManyAttempts(wait);
    }

    void wrong(String account, String address) {
        fromThere.failed(there(account, address));
        ofAccount.failed(account);
        ofAddress.failed(network(address));
    }

    /** The other two ceilings stay: whoever holds one account must not guess those of others without end. */
    void right(String account, String address) {
        String there = there(account, address);
        fromThere.succeeded(there);
        synchronized (familiar) {
            familiar.put(there, true);
        }
    }

    private boolean isFamiliar(String there) {
        synchronized (familiar) {
            return familiar.get(there) != null;
        }
    }

    private static String there(String account, String address) {
        return account + "|" + network(address);
    }

    /** Of IPv6 the first half: whoever has one address there has all of the second. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) return address;
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_OF_IPV6)));
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}

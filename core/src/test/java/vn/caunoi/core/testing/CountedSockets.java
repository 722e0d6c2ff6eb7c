package vn.caunoi.core.testing;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.net.SocketFactory;

/**
 * The sockets of the database driver, which count round trips: something was sent, then something was waited for. The
 * driver makes it by its name, with a name to count under.
 */
public final class CountedSockets extends SocketFactory {
    private static final Map<String, LongAdder> TRIPS = new ConcurrentHashMap<>();

    /** By name, of one thread alone. */
    private static final ThreadLocal<Map<String, LongAdder>> OWN = ThreadLocal.withInitial(HashMap::new);

    private final String name;

    public CountedSockets(String name) {
        this.name = name;
    }

    /** The address with these sockets, which count under that name. */
    public static String counted(String url, String name) {
        return url + (url.contains("?") ? "&" : "?") + "socketFactory=" + CountedSockets.class.getName()
                + "&socketFactoryArg=" + name;
    }

    /** Round trips up to now. */
    public static long trips(String name) {
        return tripsOf(name).sum();
    }

    /** Of these, those that the calling thread waited for. */
    public static long ownTrips(String name) {
        return ownTripsOf(name).sum();
    }

    private static LongAdder ownTripsOf(String name) {
        return OWN.get().computeIfAbsent(name, first -> new LongAdder());
    }

    private static LongAdder tripsOf(String name) {
        return TRIPS.computeIfAbsent(name, first -> new LongAdder());
    }

    @Override
    public Socket createSocket() {
        return new Counted(name);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    private static final class Counted extends Socket {
        private final String name;
        private final LongAdder trips;
        private volatile boolean sent;

        Counted(String name) {
            this.name = name;
            this.trips = tripsOf(name);
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    sent = true;
                    out.write(bytes, from, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    if (sent) {
                        sent = false;
                        trips.increment();
                        ownTripsOf(name).increment();
                    }
                    return in.read(bytes, from, length);
                }
            };
        }
    }
}

package vn.caunoi.api.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;

/**
 * Keeps what administrators register from reaching machines inside: by TLS only, and to public addresses, but for the
 * hosts that {@code caunoi.webhooks.inside} names. Looked at when it is registered and before each request, whose own
 * look-up of the name the platform answers from the same memory.
 */
@Component
class OutsideOnly {

    private static final int LAST_PORT = 65_535;

    private final Set<String> inside;

    /** @param inside names of hosts that may be inside and without TLS, parted by commas */
    OutsideOnly(@Value("${caunoi.webhooks.inside:}") Set<String> inside) {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        inside.forEach(host -> all.add(host.strip()));
        this.inside = all;
    }

    /** Tells what is wrong with an address somebody typed. */
    void check(URI url, Input input) {
        boolean strange = url.getUserInfo() != null || url.getFragment() != null || !isPort(url.getPort());
        if (url.getHost() == null || strange) {
            input.wrong("url", "malformed", "is https://HOST/PATH");
        } else if (!isAllowed(url.getHost())) {
            if (!"https".equals(url.getScheme())) input.wrong("url", "not-tls", "must begin with https://");
            else if (!isOutside(url.getHost())) input.wrong("url", "inside", "leads to a machine inside, or nowhere");
        } else if (!Set.of("http", "https").contains(url.getScheme())) {
            input.wrong("url", "malformed", "is https://HOST/PATH");
        }
    }

    /** Whether a request may go there now. */
    boolean mayGo(URI url) {
        return isAllowed(url.getHost()) || "https".equals(url.getScheme()) && isOutside(url.getHost());
    }

    /** @param port -1 where none is given */
    private static boolean isPort(int port) {
        return port == -1 || port > 0 && port <= LAST_PORT;
    }

    private boolean isAllowed(String host) {
        return inside.contains(host);
    }

    private static boolean isOutside(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) if (isInside(address)) return false;
            return true;
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    /** Whether it is no address of the open net (RFC 6890). */
    static boolean isInside(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return true;
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> isInside(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
            case Inet6Address six -> isInsideSix(bytes);
            default -> true;
        };
    }

    private static boolean isInside(int first, int second, int third) {
        return first == 0
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)
                || first == 203 && second == 0 && third == 113
                || first >= 240;
    }

    /** Of the six only 2000::/3 is the open net, without what wraps an address of the four, or is for books. */
    private static boolean isInsideSix(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean global = (first & 0xe000) == 0x2000;
        return !global || first == 0x2002 || first == 0x2001 && (second < 0x200 || second == 0xdb8);
    }
}

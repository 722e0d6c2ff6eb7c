package vn.caunoi.api.moving;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes what a denunciation says, and who denounced, in one cell of a file, and opens it elsewhere by the passphrase that
 * was told by another way. AES-256-GCM by a key of PBKDF2-HMAC-SHA256; an envelope opens in the line of its own number only.
 */
public final class Envelopes {

    private static final String MARK = "caunoi1:";
    private static final int SHORTEST = 16;
    private static final int LONGEST_FILE = 10_000;
    private static final int ROUNDS = 600_000;
    private static final int SALT = 16;
    private static final int IV = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 1 << 20;

    private final char[] passphrase;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> keys = new HashMap<>();
    private final byte[] own = new byte[SALT];

    private Envelopes(char[] passphrase) {
        this.passphrase = passphrase;
        random.nextBytes(own);
    }

    /** @throws MovingRefused when it is too short to withstand guessing */
    public static Envelopes of(String passphrase) {
        String words = passphrase.strip();
        if (words.length() < SHORTEST) throw new MovingRefused("passphrase-short", String.valueOf(SHORTEST));
        return new Envelopes(words.toCharArray());
    }

    /** By the first line of a file, as programs are told passphrases. */
    public static Envelopes in(Path file) {
        try {
            if (Files.size(file) > LONGEST_FILE) throw new MovingRefused("unreadable", String.valueOf(file));
            return of(Files.readString(file).lines().findFirst().orElse(""));
        } catch (IOException cannot) {
            throw new MovingRefused("unreadable", String.valueOf(file));
        }
    }

    static boolean isOne(String cell) {
        return cell.startsWith(MARK);
    }

    /** @param number of the line it stands in */
    synchronized String close(String text, String number) {
        byte[] iv = new byte[IV];
        random.nextBytes(iv);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, own, iv, number);
            byte[] closed = cipher.doFinal(packed(text));
            ByteBuffer all = ByteBuffer.allocate(SALT + IV + closed.length);
            all.put(own).put(iv).put(closed);
            return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this machine cannot encrypt", broken);
        }
    }

    /** Empty for another passphrase, another line, or what was changed on its way. */
    synchronized Optional<String> open(String cell, String number) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(cell.substring(MARK.length()));
            if (all.length <= SALT + IV) return Optional.empty();
            byte[] salt = Arrays.copyOf(all, SALT);
            byte[] iv = Arrays.copyOfRange(all, SALT, SALT + IV);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, salt, iv, number);
            return Optional.of(unpacked(cipher.doFinal(all, SALT + IV, all.length - SALT - IV)));
        } catch (AEADBadTagException | IllegalArgumentException another) {
            return Optional.empty();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this machine cannot decrypt", broken);
        }
    }

    private Cipher cipher(int mode, byte[] salt, byte[] iv, String number) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(salt), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(number.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Half a second each: one file has one salt. */
    private SecretKey key(byte[] salt) throws GeneralSecurityException {
        String of = Base64.getEncoder().encodeToString(salt);
        SecretKey known = keys.get(of);
        if (known != null) return known;
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, ROUNDS, 256);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        SecretKey made = new SecretKeySpec(key, "AES");
        if (keys.size() < 100) keys.put(of, made);
        return made;
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream to = new DeflaterOutputStream(bytes)) {
            to.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static String unpacked(byte[] packed) {
        try (InputStream from = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new String(from.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalArgumentException("no text", broken);
        }
    }
}

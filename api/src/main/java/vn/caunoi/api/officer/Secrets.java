package vn.caunoi.api.officer;

import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.core.clock.RisingId;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.vault.Vault;

/**
 * Makes what a new petition is given: id, code, PIN. All of it follows, under the vault's master key, from one seed, so
 * that a handing-in that is repeated with its seed gives out the same again. The PIN is kept only as a keyed hash. Only
 * ids begin with the seed's moment: code and PIN tell nothing of it.
 */
@Component
public class Secrets {

    /** @param pin six digits for the citizen, never stored */
    record Given(String id, PetitionCode code, String pin) {}

    private final Vault vault;

    Secrets(Vault vault) {
        this.vault = vault;
    }

    Given give(String seed) {
        Derived source = new Derived(vault, seed);
        UUID id = new UUID(source.nextLong(), source.nextLong());
        PetitionCode code = PetitionCode.random(source);
        return new Given(risen(seed, id), code, "%06d".formatted(source.nextInt(1_000_000)));
    }

    /** A stable id of something that belongs to what the seed was given for. */
    public String id(String seed, String of) {
        Derived source = new Derived(vault, seed + " " + of);
        return risen(seed, new UUID(source.nextLong(), source.nextLong()));
    }

    /** What is stored of a PIN. Different for the same PIN of another petition. */
    public String pinHash(PetitionCode code, String pin) {
        return vault.blindIndex("pin " + code.value() + " " + pin);
    }

    private static String risen(String seed, UUID rest) {
        OptionalLong millis = Seed.millis(seed);
        return millis.isPresent() ? RisingId.at(millis.getAsLong(), rest).toString() : version4(rest.toString());
    }

    private static String version4(String uuid) {
        return uuid.substring(0, 14) + "4" + uuid.substring(15, 19) + "a" + uuid.substring(20);
    }

    /** Numbers nobody can tell who has neither the seed nor the master key. */
    private static final class Derived implements RandomGenerator {
        private final Vault vault;
        private final String seed;
        private int count;

        Derived(Vault vault, String seed) {
            this.vault = vault;
            this.seed = seed;
        }

        @Override
        public long nextLong() {
            String hex = vault.blindIndex("given " + seed + " number " + count++);
            return HexFormat.fromHexDigitsToLong(hex, 0, 16);
        }
    }
}

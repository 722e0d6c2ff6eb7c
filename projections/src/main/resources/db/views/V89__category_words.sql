-- A word as it is compared with what people type: small letters without marks, one blank between words.
create function views.plain_word(word text) returns text
    language sql immutable strict parallel safe
    return lower(translate(
        btrim(regexp_replace(regexp_replace(normalize(word, nfd), '[\u0300-\u036f]', '', 'g'), '\s+', ' ', 'g')),
        'Đđ', 'dd'));

// Long enough is the rule that counts; these are the long ones that everybody tries first.
const known = new Set(
  [
    "password1234 password12345 password123456 passwordpassword mypassword123 p@ssw0rd1234 passw0rd1234 adminadminadmin administrator administrator1",
    "admin1234567 letmeinletmein welcome12345 welcome123456 iloveyou1234 iloveyouforever changemenow1 changemechangeme qwerty123456 qwertyqwerty",
    "1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5y6 zaq12wsxcde3 trustno1trustno1 footballfootball superman1234 starwars1234 grangegrange grange123456",
    "пароль123456 парольпароль йцукен123456 qwertyпароль менеджер1234 секретныйпароль",
  ].flatMap((line) => line.split(" ")),
);

const rows = [
  "01234567890123456789",
  "09876543210987654321",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertyuiop[]asdfghjkl;'zxcvbnm,./",
  "йцукенгшщзхъфывапролджэячсмитьбю",
  "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
];

/** Whether a password is a well-known one, a repeated piece ("abcabcabcabc") or a run along the keyboard or the alphabet. */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize("NFC").toLowerCase();
  return known.has(plain) || /^(.{1,4})\1+$/u.test(plain) || rows.some((row) => row.includes(plain));
}

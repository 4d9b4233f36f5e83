import {readSynonyms, type Synonym} from './synonyms.js'

/**
 * Everyday words for what the guide says otherwise. Written as an editor would, and no wider than needed: each line is
 * what staff type, then words that stand in the guide.
 */
export const EVERYDAY_WORDS: readonly Synonym[] = readSynonyms(`
# Logging in
2 factor, two factor, 2fa, 2 step, two step, second factor = multi-factor authentication, MFA, second proof
authenticator, authenticator app = multi-factor authentication, MFA, second proof
login, log on, logon, logging on, sign in, signin, sign on = log in
logout, log off, logoff, sign out = log out
username, user id = user name
passcode, pass word, passphrase = password
locked out = locked account
forgot, forgotten, forget, lost password = forgotten, reset
smart card, id card = smartcard
desktop, workstation = computer
ipad, tablets = tablet
mobile, cell phone, smartphone, iphone, android = phone

# When something goes wrong
helpdesk, help desk, it support, tech support = service desk, IT help
broken, not working, wont work, doesnt work, problem, problems, bug = fault, something goes wrong
frozen, crashed, crash, hung, stuck screen, blue screen = frozen screen, freezes
report a fault, log a fault, raise a ticket, log a ticket, log a call, ticket = describe the fault
turn it off and on again, turn off and on, reboot, switch it off and on = restart
outage, system down, systems down = downtime
internet, wireless, broadband = Wi-Fi, connection

# Seeing and hearing
font, font size, bigger text, bigger font, bigger writing, make text bigger, enlarge text = text size, larger text
bright, brightness, dark mode = contrast, glare
subtitles, subtitle, closed captions = captions
speech to text, voice recognition, speech recognition, dictate = voice typing, dictation
colour blind, colour blindness, color blind = colour, contrast
text to speech, read aloud = screen reader

# Suspicious messages and safety
fishing, fishing email, fishing emails, phising, vishing = phishing
dodgy, dodgy email, fake email, strange email, weird email, junk mail, hoax = suspicious email, phishing
spam text, scam text, dodgy text = suspicious text, smishing
clicked, clicked on a link, clicked a link, clicked link = after a click, click links
hacked, hacker, hackers, virus, malware, ransomware, cyber attack = suspicious, stolen password
lost, misplaced, left on the bus, stolen, nicked = lost or stolen, missing
gdpr, data protection act, dpa = data protection, confidential information
ig, info gov = information governance
stat man, stat and mand, statutory and mandatory, statutory training = mandatory training, required training
datix, incident form = incident, report

# Working together
wrong person, wrong address, wrong email = wrong recipient, wrong person
too big, big file, big attachment = large file
teams call, zoom, zoom call, webex, virtual meeting, conference call, webinar = online meeting, video call
im, dm, direct message = instant messaging
texting, sms, texts = text message
read only, read only access, view only = view access
onedrive, one drive, google docs, shared folder = shared file, SharePoint
version control, old versions, previous version = version history
get back, undelete, recover, restore, retrieve = bring back
facebook, twitter, instagram, tiktok, linkedin, snapchat = social media
cyberbullying, trolling, online abuse, harassment = bullying, behaviour is poor
burnout, stress, stressed, work life balance = wellbeing, rest
pings, popups, pop ups, notification overload = notifications, alerts

# Information
google, googling, bing, look up = search
fake news, false news, conspiracy = misinformation, rumour, false information
reliable, trustworthy, can i trust, is it true = judge, source
maths, math, stats, figures, data analysis, understand data = numbers, statistics, data
pie chart, bar chart, graphs = chart
jargon, acronym, acronyms, easy words, simple words = plain words, abbreviations
image description, picture description, describe a picture, alt tag, alternative text = alt text
ms word, microsoft word = Word

# Remote care
virtual appointment, online appointment, video appointment = remote consultation, video consultation
telehealth, telemedicine, video consult, econsult = remote consultation, video consultation
attend anywhere, accurx, accurx video = video consultation
telephone, phone call, phone appointment, telephone appointment = phone
webcam, web cam, camera not working = camera
mic, mike = microphone
call dropped, dropped call, cut off, got cut off, disconnected = lost connection, connection fails
translator, translation, translators = interpreter
deaf, hard of hearing = British Sign Language, captions
check identity, id check, verify identity, prove identity = confirm identity

# Digital inclusion
digital divide, digitally excluded, no internet, not online, offline patients = digital exclusion
old people, elderly, pensioners = older people, digital exclusion
cannot afford data, no data, free internet, top up = data poverty, free SIM, free data
ais = accessible information standard
borrow, loan device, lend device = lending, loan
proxy, log in for someone else, access for someone else, carer access = access, NHS login
paper, by post, letter instead = post, non-digital

# Learning and leading
pdr, pdp, annual review, performance review = appraisal
121, 1 to 1, one to one, 1 2 1 = one-to-one
e lfh, elfh, online course, course, e learning for health = e-learning, Learning Hub
revalidation, nmc portfolio = portfolio, reflection, CPD
champ, champs, digital champs = digital champion
superuser = super user
train the trainer, training others, show someone = teaching, showing
coproduction, co production, co produce = co-design
ppi, ppie = patient involvement
buy, buying, purchase, new software, new app, software = procurement, tool
chatgpt, chat gpt, gemini, llm, large language model, generative ai, gen ai = AI, chatbot
machine learning = artificial intelligence
note taking, note taker, transcription, transcribe = scribing, notes, ambient scribe
kpi, kpis, roi = measure, impact
gray = grey
one = 1
two = 2
three = 3
four = 4
five = 5
six = 6
seven = 7
eight = 8
nine = 9
ten = 10
`)
